import type { Metadata } from 'next';
import { readUnsubscribing } from '@/lib/mailbox/unsubscribe';
import { PersonPage } from '../../_people/person-page';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { SubmitButton } from '../../_ui/submit-button';
import { endTheseMails } from './actions';

// The token in this page's address must not travel on to another site.
export const metadata: Metadata = { title: text('mails.unsubscribeTitle'), referrer: 'same-origin', robots: 'noindex' };

type UnsubscribeProps = { params: Promise<{ token: string }> };

/** Public: ends by a press, not by being opened, because mail scanners open every link. */
export default async function UnsubscribePage({ params }: UnsubscribeProps) {
  const { token } = await params;
  const found = await readUnsubscribing(token);
  if (!found.ok) return <UnknownLink />;
  if (!found.isWanted) return <Stopped />;
  return (
    <PersonPage title={text('mails.unsubscribeTitle')} text={text(`mails.unsubscribe.${found.topic}`)}>
      <form action={endTheseMails} className="flex flex-col gap-4">
        <input type="hidden" name="token" value={token} />
        <SubmitButton pendingText={text('mails.unsubscribing')} className="self-start">
          {text('mails.unsubscribe')}
        </SubmitButton>
        <p className="text-muted text-sm">{text('mails.unsubscribeRest')}</p>
      </form>
    </PersonPage>
  );
}

function Stopped() {
  return (
    <PersonPage title={text('mails.stopped')} text={text('mails.stoppedText')}>
      <ToChoices />
    </PersonPage>
  );
}

function UnknownLink() {
  return (
    <PersonPage title={text('mails.unsubscribeTitle')}>
      <Notice tone="warn" title={text('mails.linkUnknown')}>
        {text('mails.linkUnknownText')}
      </Notice>
      <ToChoices />
    </PersonPage>
  );
}

function ToChoices() {
  return (
    <LinkButton href="/account/notifications" variant="secondary" className="self-start">
      {text('mails.toChoices')}
    </LinkButton>
  );
}
