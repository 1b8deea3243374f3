import type { MailPreview as Preview } from '@/lib/mailbox/preview-mails';
import { text } from '../../../_texts/text';
import { classNames } from '../../../_ui/class-names';
import { Link } from '../../../_ui/link';
import { framedMail } from '../framed-mail';
import { type PreviewView, viewPath } from './preview-view';

type MailPreviewProps = { preview: Preview; view: PreviewView };

/** One mail: what it is for, how it looks in HTML, and its plain text beside it. */
export function MailPreview({ preview, view }: MailPreviewProps) {
  const { title, purpose, mail, examples, shown } = preview;
  return (
    <section className="flex min-w-0 flex-col gap-6">
      <div className="flex flex-col gap-1">
        <h2 className="text-xl">{title}</h2>
        <p className="max-w-text text-muted">{purpose}</p>
      </div>
      {examples.length > 1 ? <Examples examples={examples} shown={shown} view={view} /> : null}
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Choice
          label={text('mails.scheme')}
          options={(['light', 'dark'] as const).map((scheme) => ({
            label: text(`mails.scheme.${scheme}`),
            href: viewPath(view, { scheme }),
            isOn: view.scheme === scheme,
          }))}
        />
        <Choice
          label={text('mails.width')}
          options={(['desktop', 'phone'] as const).map((width) => ({
            label: text(`mails.width.${width}`),
            href: viewPath(view, { width }),
            isOn: view.width === width,
          }))}
        />
      </div>
      <p className="border-line border-y py-3">
        <span className="text-muted text-sm">{text('mails.subject')}</span>{' '}
        <span className="font-medium">{mail.subject}</span>
      </p>
      <div className="grid gap-8 2xl:grid-cols-[minmax(0,1fr)_24rem]">
        {/* sandbox: a mail runs nothing and reaches nothing here; links open in a tab of their own. */}
        <iframe
          title={text('mails.html', { subject: mail.subject })}
          srcDoc={framedMail(mail.html)}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className={classNames(
            'h-[44rem] max-w-full rounded-md border border-line bg-[#fff]',
            view.width === 'phone' ? 'w-[390px]' : 'w-full',
          )}
        />
        <div className="flex min-w-0 flex-col gap-2">
          <h3 className="text-muted text-sm">{text('mails.plain')}</h3>
          <pre className="whitespace-pre-wrap break-words rounded-md bg-sunken p-4 font-mono text-sm">{mail.text}</pre>
        </div>
      </div>
    </section>
  );
}

function Examples({ examples, shown, view }: { examples: { name: string }[]; shown: number; view: PreviewView }) {
  return (
    <nav aria-label={text('mails.example')}>
      <ul className="flex flex-wrap gap-2">
        {examples.map(({ name }, example) => (
          <li key={name}>
            <Link
              href={viewPath(view, { example })}
              aria-current={example === shown ? 'page' : undefined}
              className={classNames(
                'inline-flex min-h-8 items-center rounded-full border px-3 text-sm transition-colors',
                example === shown
                  ? 'border-ink bg-ink text-paper'
                  : 'border-line text-muted hover:border-edge hover:text-ink',
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type ChoiceProps = { label: string; options: { label: string; href: string; isOn: boolean }[] };

function Choice({ label, options }: ChoiceProps) {
  return (
    <nav aria-label={label} className="flex items-center gap-3">
      <span aria-hidden="true" className="text-muted text-sm">
        {label}
      </span>
      <ul className="flex overflow-hidden rounded-md border border-edge">
        {options.map((option) => (
          <li key={option.label} className="border-edge not-first:border-l">
            <Link
              href={option.href}
              aria-current={option.isOn ? 'true' : undefined}
              className={classNames(
                'inline-flex min-h-9 items-center px-3 text-sm transition-colors',
                option.isOn ? 'bg-ink text-paper' : 'text-muted hover:bg-sunken hover:text-ink',
              )}
            >
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
