import type { MailKind } from '@/lib/mailbox/preview-mails';
import { text } from '../../../_texts/text';
import { classNames } from '../../../_ui/class-names';
import { Link } from '../../../_ui/link';
import { type PreviewView, viewPath } from './preview-view';

type KindListProps = { kinds: MailKind[]; view: PreviewView };

/** Every kind of mail: those that are always sent, then those by choice. */
export function KindList({ kinds, view }: KindListProps) {
  return (
    <nav aria-label={text('mails.galleryKinds')} className="flex flex-col gap-6">
      <Group title={text('mails.always')} kinds={kinds.filter((kind) => kind.isTransactional)} view={view} />
      <Group title={text('mails.byChoice')} kinds={kinds.filter((kind) => !kind.isTransactional)} view={view} />
    </nav>
  );
}

function Group({ title, kinds, view }: KindListProps & { title: string }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-muted text-sm">{title}</h2>
      <ul className="flex flex-col max-lg:grid max-lg:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] max-lg:gap-x-4">
        {kinds.map(({ name, title: words }) => (
          <li key={name}>
            <Link
              href={viewPath(view, { mail: name, example: 0 })}
              aria-current={name === view.mail ? 'page' : undefined}
              className={classNames(
                'flex min-h-9 items-center border-l-2 pl-3 transition-colors',
                name === view.mail
                  ? 'border-ink font-medium text-ink'
                  : 'border-line text-muted hover:border-edge hover:text-ink',
              )}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
