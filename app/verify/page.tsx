import type { Metadata } from 'next';
import { currentCustomer } from '@/lib/auth/current-customer';
import { provenViewerId } from '@/lib/auth/proven-viewer';
import { readVerifyLink } from '@/lib/customers/verify-email';
import { unreachable } from '@/lib/errors';
import { AnsweredForm } from '../_people/answered-form';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { LinkButton } from '../_ui/link-button';
import { Notice } from '../_ui/notice';
import { SubmitButton } from '../_ui/submit-button';
import { one, type SearchParams } from '../products/catalogue-view';
import { startOverAction, verifyAction, verifyWithPasswordAction } from './actions';

// The token in this page's address must not travel on to another site.
export const metadata: Metadata = { title: text('people.verifyTitle'), referrer: 'same-origin' };

/** Public: confirms by a press, not by being opened, because mail scanners open every link. */
export default async function VerifyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { token, confirmed } = await searchParams;
  const viewer = await currentCustomer();
  const state = await readVerifyLink(one(token) ?? '', { viewerId: await provenViewerId() });
  switch (state.kind) {
    case 'dead':
      // Pressed twice, or opened again: what it was for is done.
      return one(confirmed) || viewer?.isEmailVerified ? <Confirmed isSignedIn={viewer !== undefined} /> : <DeadLink />;
    case 'confirm':
      return <Confirm token={one(token) ?? ''} email={state.email} />;
    case 'ask_password':
      return <AskPassword token={one(token) ?? ''} email={state.email} />;
    default:
      return unreachable(state);
  }
}

type LinkProps = { token: string; email: string };

function Confirm({ token, email }: LinkProps) {
  return (
    <PersonPage title={text('people.verifyTitle')} text={text('people.verifyText', { email })}>
      <form action={verifyAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton pendingText={text('people.verifying')}>{text('people.verify')}</SubmitButton>
      </form>
    </PersonPage>
  );
}

/** Anybody can open an account with somebody else's address, so the reader of the mail shows that it is theirs. */
function AskPassword({ token, email }: LinkProps) {
  return (
    <PersonPage title={text('people.verifyTitle')} text={text('people.verifyWithPasswordText', { email })}>
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

function Confirmed({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <PersonPage title={text('people.verifyTitle')}>
      <Notice tone="good" isAnswer>
        {text('people.notice.verified')}
      </Notice>
      <LinkButton href={isSignedIn ? '/account' : '/sign-in'} className="self-start">
        {text(isSignedIn ? 'shell.myAccount' : 'people.signIn')}
      </LinkButton>
    </PersonPage>
  );
}

function DeadLink() {
  return (
    <PersonPage title={text('people.verifyTitle')}>
      <Notice tone="warn" title={text('people.linkDeadTitle')}>
        {text('people.verifyDeadText')}
      </Notice>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/account">{text('shell.myAccount')}</LinkButton>
        <LinkButton href="/reset" variant="secondary">
          {text('people.forgottenLink')}
        </LinkButton>
      </div>
    </PersonPage>
  );
}
