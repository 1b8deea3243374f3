import type { Metadata } from 'next';
import { isSignInLinkUsable } from '@/lib/customers/sign-in-by-link';
import { PersonPage } from '../../_people/person-page';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { SubmitButton } from '../../_ui/submit-button';
import { signInByLinkAction } from './actions';

// The token in this page's address must not travel on to another site.
export const metadata: Metadata = { title: text('people.linkTitle'), referrer: 'same-origin' };

type LinkProps = { searchParams: Promise<{ token?: string | string[] }> };

/** Public: signs in by a press, not by being opened, because mail scanners open every link. */
export default async function SignInLinkPage({ searchParams }: LinkProps) {
  const { token } = await searchParams;
  if (typeof token !== 'string' || !(await isSignInLinkUsable(token))) return <DeadLink />;
  return (
    <PersonPage title={text('people.linkTitle')} text={text('people.linkText')}>
      <form action={signInByLinkAction}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton pendingText={text('people.linkSigningIn')}>{text('people.linkSignIn')}</SubmitButton>
      </form>
    </PersonPage>
  );
}

function DeadLink() {
  return (
    <PersonPage title={text('people.linkTitle')}>
      <Notice tone="warn" title={text('people.linkDeadTitle')}>
        {text('people.linkOver')}
      </Notice>
      <LinkButton href="/sign-in" className="self-start">
        {text('people.linkSignIn')}
      </LinkButton>
    </PersonPage>
  );
}
