import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentCustomer } from '@/lib/auth/current-customer';
import { returnPath } from '@/lib/auth/return-path';
import { AnsweredForm } from '../_people/answered-form';
import { AsideLink } from '../_people/aside-link';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { Notice } from '../_ui/notice';
import { signInAction } from './actions';

export const metadata: Metadata = { title: text('people.signInTitle') };

type SignInProps = { searchParams: Promise<{ return?: string | string[]; notice?: string | string[] }> };

const NOTICES = ['password', 'verified', 'signed-out'] as const;

/** Public: who you are, and then back to where you were going. */
export default async function SignInPage({ searchParams }: SignInProps) {
  const asked = await searchParams;
  const goal = returnPath(asked.return);
  if (await currentCustomer()) redirect(goal);
  const notice = NOTICES.find((known) => known === asked.notice);
  return (
    <PersonPage title={text('people.signInTitle')} text={text('people.signInText')}>
      {notice ? <Notice tone="good">{text(`people.notice.${notice}`)}</Notice> : null}
      <AnsweredForm
        action={signInAction}
        hidden={{ return: goal }}
        fields={[
          { id: 'email', label: text('people.email'), type: 'email', autoComplete: 'username' },
          { id: 'password', label: text('people.password'), type: 'password', autoComplete: 'current-password' },
        ]}
        errorTitle={text('people.error.title')}
        submitText={text('people.signIn')}
        pendingText={text('people.signingIn')}
      />
      <div className="flex flex-col gap-2 border-line border-t pt-6">
        <AsideLink question={text('people.forgotten')} href="/reset" label={text('people.forgottenLink')} />
        <AsideLink question={text('people.newHere')} href="/register" label={text('people.registerLink')} />
      </div>
    </PersonPage>
  );
}
