import type { Metadata } from 'next';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { LinkButton } from '../_ui/link-button';
import { Notice } from '../_ui/notice';
import { SubmitButton } from '../_ui/submit-button';
import { verifyAction } from './actions';

// The token in this page's address must not travel on to another site.
export const metadata: Metadata = { title: text('people.verifyTitle'), referrer: 'same-origin' };

type VerifyProps = { searchParams: Promise<{ token?: string | string[] }> };

/** Public: confirms by a press, not by being opened, because mail scanners open every link. */
export default async function VerifyPage({ searchParams }: VerifyProps) {
  const { token } = await searchParams;
  if (typeof token !== 'string' || token === '') return <DeadLink />;
  return (
    <PersonPage title={text('people.verifyTitle')} text={text('people.verifyText')}>
      <form action={verifyAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton pendingText={text('people.verifying')}>{text('people.verify')}</SubmitButton>
      </form>
    </PersonPage>
  );
}

function DeadLink() {
  return (
    <PersonPage title={text('people.verifyTitle')}>
      <Notice tone="warn" title={text('people.linkDeadTitle')}>
        {text('people.linkDeadText')}
      </Notice>
      <LinkButton href="/account" className="self-start">
        {text('shell.myAccount')}
      </LinkButton>
    </PersonPage>
  );
}
