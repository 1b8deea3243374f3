import type { Metadata } from 'next';
import { currentCustomer } from '@/lib/auth/current-customer';
import { readVerifyLink } from '@/lib/customers/verify-email';
import { AnsweredForm } from '../_people/answered-form';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { LinkButton } from '../_ui/link-button';
import { Notice } from '../_ui/notice';
import { SubmitButton } from '../_ui/submit-button';
import { startOverAction, verifyAction, verifyWithPasswordAction } from './actions';

// The token in this page's address must not travel on to another site.
export const metadata: Metadata = { title: text('people.verifyTitle'), referrer: 'same-origin' };

type VerifyProps = { searchParams: Promise<{ token?: string | string[] }> };

/** Public: confirms by a press, not by being opened, because mail scanners open every link. */
export default async function VerifyPage({ searchParams }: VerifyProps) {
  const { token } = await searchParams;
  if (typeof token !== 'string' || token === '') return <DeadLink />;
  const viewer = await currentCustomer();
  const state = await readVerifyLink(token, { viewerId: viewer?.id });
  switch (state) {
    case 'dead':
      return <DeadLink />;
    case 'confirm':
      return <Confirm token={token} />;
    case 'ask_password':
      return <AskPassword token={token} />;
  }
}

function Confirm({ token }: { token: string }) {
  return (
    <PersonPage title={text('people.verifyTitle')} text={text('people.verifyText')}>
      <form action={verifyAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton pendingText={text('people.verifying')}>{text('people.verify')}</SubmitButton>
      </form>
    </PersonPage>
  );
}

/** Anybody can open an account with somebody else's address, so the reader of the mail shows that it is theirs. */
function AskPassword({ token }: { token: string }) {
  return (
    <PersonPage title={text('people.verifyTitle')} text={text('people.verifyWithPasswordText')}>
      <AnsweredForm
        action={verifyWithPasswordAction}
        hidden={{ token }}
        fields={[
          { id: 'password', label: text('people.password'), type: 'password', autoComplete: 'current-password' },
        ]}
        errorTitle={text('people.error.title')}
        submitText={text('people.verify')}
        pendingText={text('people.verifying')}
      />
      <form action={startOverAction} className="flex flex-col gap-4 border-line border-t pt-6">
        <input type="hidden" name="token" value={token} />
        <p className="text-muted">{text('people.startOverText')}</p>
        <SubmitButton variant="secondary" pendingText={text('people.startingOver')} className="self-start">
          {text('people.startOver')}
        </SubmitButton>
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
