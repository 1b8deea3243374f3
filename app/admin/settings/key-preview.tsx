import type { ReactNode } from 'react';
import { settings as words } from '../../_texts/en/settings';
import { fillText } from '../../_texts/fill-text';
import { classNames } from '../../_ui/class-names';
import { Notice } from '../../_ui/notice';
import { type ShownKeys, visibilityName } from './key-visibility';
import type { KeyPreviews } from './render-previews';

type KeyPreviewProps = {
  shown: ShownKeys;
  previews: KeyPreviews;
  /** Whom saving would affect; undefined while nothing differs from what is in force. */
  affected: string | undefined;
};

/** Both pages and the order mail under the switches as they stand. The pages themselves are only looked at; what they say is told in words as well. */
export function KeyPreview({ shown, previews, affected }: KeyPreviewProps) {
  const name = visibilityName(shown);
  const mail = previews.mails[name];
  return (
    <section aria-labelledby="key-preview" className="flex flex-col gap-4">
      <div>
        <h3 id="key-preview" className="font-semibold">
          {words.previewTitle}
        </h3>
        <p className="max-w-text text-muted text-sm">{words.previewText}</p>
      </div>
      <div role="status" className="flex flex-col gap-2">
        {mail ? <p className="font-medium">{affected ?? words.previewInForce}</p> : null}
        {mail ? <Summary shown={shown} /> : <Notice tone="bad">{words.previewNothing}</Notice>}
      </div>
      {mail ? (
        <div className="grid gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Pane title={words.previewKeys} className="xl:col-span-2">
            {previews.keys[name]}
          </Pane>
          <Pane title={words.previewDownloads} text={words.previewDownloadsText}>
            {previews.downloads}
          </Pane>
          <MailPane subject={mail.subject} html={mail.html} />
        </div>
      ) : null}
    </section>
  );
}

function Summary({ shown }: { shown: ShownKeys }) {
  const state = (isOn: boolean) => (isOn ? 'on' : 'off');
  return (
    <ul className="flex flex-col text-muted text-sm">
      <li>{words[`saysMaster.${state(shown.showMasterApiKey)}`]}</li>
      <li>{words[`saysProduct.${state(shown.showProductOrderApiKeys)}`]}</li>
      <li>{words[`saysAssociated.${state(shown.showAssociatedKeys)}`]}</li>
    </ul>
  );
}

function PaneHead({ title, text }: { title: string; text?: string | undefined }) {
  return (
    <figcaption className="border-line border-b bg-sunken px-4 py-2 text-sm">
      <span className="font-medium">{title}</span>
      {text ? <span className="text-muted"> {text}</span> : null}
    </figcaption>
  );
}

const frame = 'm-0 flex min-w-0 flex-col overflow-hidden rounded-md border border-line';

type PaneProps = { title: string; text?: string; className?: string; children: ReactNode };

function Pane({ title, text, className, children }: PaneProps) {
  return (
    <figure className={classNames(frame, className)}>
      <PaneHead title={title} text={text} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its frame is moved by the arrow keys */}
      <section aria-label={title} tabIndex={0} className="max-h-[34rem] overflow-auto bg-paper">
        {/* Buttons and links of the example lead nowhere, so nothing in it can be reached or pressed. */}
        <div inert className="flex min-w-0 flex-col gap-5 p-4 [zoom:0.86] sm:min-w-[44rem] sm:p-5 sm:[zoom:0.72]">
          {children}
        </div>
      </section>
    </figure>
  );
}

function MailPane({ subject, html }: { subject: string; html: string }) {
  return (
    <figure className={frame}>
      <PaneHead title={words.previewMail} text={subject} />
      <iframe
        title={fillText(words.previewMailFrame, { subject })}
        srcDoc={html}
        sandbox=""
        className="h-[34rem] w-full grow bg-[#fff]"
      />
    </figure>
  );
}
