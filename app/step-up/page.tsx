import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { returnPath } from '@/lib/auth/return-path';
import { readCredentials } from '@/lib/customers/read-credentials';
import { FactorChoice } from '../_factors/factor-choice';
import { AnsweredForm } from '../_people/answered-form';
import { AsideLink } from '../_people/aside-link';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { Notice } from '../_ui/notice';
import { passkeyForStepUp, stepUpAction } from './actions';

export const metadata: Metadata = { title: text('factors.stepUpTitle') };

type StepUpProps = { searchParams: Promise<{ return?: string | string[]; with?: string | string[] }> };

/** A fresh proof of who is signed in, before something sensitive: a factor if the account has one, else the password. */
export default async function StepUpPage({ searchParams }: StepUpProps) {
  const asked = await searchParams;
  const goal = returnPath(asked.return);
  const here = `/step-up?return=${encodeURIComponent(goal)}`;
  const customer = await requireCustomer(here);
  const { hasPassword, factors, codesLeft } = await readCredentials(customer.id);
  return (
    <PersonPage title={text('factors.stepUpTitle')} text={text('factors.stepUpText')}>
      {factors.length > 0 ? (
        <FactorChoice
          kinds={[...new Set(factors.map(({ kind }) => kind))]}
          hasCodes={codesLeft > 0}
          wantsRecovery={asked.with === 'recovery'}
          here={here}
          goal={goal}
          action={stepUpAction}
          readOptions={passkeyForStepUp}
        />
      ) : (
        <PasswordProof goal={goal} hasPassword={hasPassword} />
      )}
    </PersonPage>
  );
}

function PasswordProof({ goal, hasPassword }: { goal: string; hasPassword: boolean }) {
  if (!hasPassword) {
    return (
      <>
        <Notice>{text('factors.stepUpNoPassword')}</Notice>
        <AsideLink question={text('people.forgotten')} href="/reset" label={text('people.forgottenLink')} />
      </>
    );
  }
  return (
    <>
      <AnsweredForm
        action={stepUpAction}
        hidden={{ return: goal }}
        fields={[
          {
            id: 'password',
            label: text('factors.stepUpPassword'),
            type: 'password',
            autoComplete: 'current-password',
          },
        ]}
        errorTitle={text('factors.error.title')}
        submitText={text('factors.stepUpConfirm')}
        pendingText={text('factors.stepUpConfirming')}
      />
      <AsideLink question={text('people.forgotten')} href="/reset" label={text('people.forgottenLink')} />
    </>
  );
}
