import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasOwner, isClaimUsable } from '@/lib/customers/owner-claim';
import { AnsweredForm } from '../_people/answered-form';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { Notice } from '../_ui/notice';
import { claimStoreAction } from './actions';

// The token in this page's address must not travel on to another site.
export const metadata: Metadata = { title: text('setup.title'), referrer: 'same-origin', robots: 'noindex' };

type SetupProps = { searchParams: Promise<{ token?: string | string[] }> };

/** Public: the claim link of a store without an owner; with one, nothing is here. */
export default async function SetupPage({ searchParams }: SetupProps) {
  if (await hasOwner()) notFound();
  const { token } = await searchParams;
  return typeof token === 'string' && (await isClaimUsable(token)) ? <Claim token={token} /> : <DeadLink />;
}

function Claim({ token }: { token: string }) {
  return (
    <PersonPage title={text('setup.title')} text={text('setup.text')}>
      <AnsweredForm
        action={claimStoreAction}
        hidden={{ token }}
        fields={[
          {
            id: 'email',
            label: text('people.email'),
            type: 'email',
            autoComplete: 'username',
            hint: text('setup.emailHint'),
          },
          {
            id: 'password',
            label: text('people.password'),
            type: 'password',
            autoComplete: 'new-password',
            hint: text('people.passwordHint'),
          },
        ]}
        errorTitle={text('people.error.title')}
        submitText={text('setup.claim')}
        pendingText={text('setup.claiming')}
      />
    </PersonPage>
  );
}

function DeadLink() {
  return (
    <PersonPage title={text('setup.title')}>
      <Notice tone="warn" title={text('setup.deadTitle')}>
        {text('setup.deadText')}
      </Notice>
    </PersonPage>
  );
}
