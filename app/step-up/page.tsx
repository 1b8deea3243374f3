import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { returnPath } from '@/lib/auth/return-path';
import { readCredentials } from '@/lib/customers/read-credentials';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { ProofForm } from './proof-form';

export const metadata: Metadata = { title: text('factors.stepUpTitle') };

type StepUpProps = { searchParams: Promise<{ return?: string | string[]; with?: string | string[] }> };

/** A fresh proof of who is signed in, before something sensitive: a factor if the account has one, else the password. */
export default async function StepUpPage({ searchParams }: StepUpProps) {
  const asked = await searchParams;
  const goal = returnPath(asked.return);
  const customer = await requireCustomer(`/step-up?return=${encodeURIComponent(goal)}`);
  const means = await readCredentials(customer.id);
  return (
    <PersonPage title={text('factors.stepUpTitle')} text={text('factors.stepUpText')}>
      <ProofForm means={means} goal={goal} wantsRecovery={asked.with === 'recovery'} />
    </PersonPage>
  );
}
