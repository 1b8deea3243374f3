import type { Credentials } from '@/lib/customers/read-credentials';
import { FactorChoice } from '../_factors/factor-choice';
import { AnsweredForm } from '../_people/answered-form';
import { AsideLink } from '../_people/aside-link';
import { text } from '../_texts/text';
import { Notice } from '../_ui/notice';
import { passkeyForStepUp, stepUpAction } from './actions';

type ProofFormProps = {
  means: Pick<Credentials, 'hasPassword' | 'factors' | 'codesLeft'>;
  /** The page it was wanted for, and goes on to. */
  goal: string;
  wantsRecovery?: boolean;
};

/** The form in which the signed-in person shows once more who they are: a factor if the account has one, else the password. */
export function ProofForm({ means, goal, wantsRecovery = false }: ProofFormProps) {
  const { hasPassword, factors, codesLeft } = means;
  if (factors.length === 0) return <PasswordProof goal={goal} hasPassword={hasPassword} />;
  return (
    <FactorChoice
      kinds={[...new Set(factors.map(({ kind }) => kind))]}
      hasCodes={codesLeft > 0}
      wantsRecovery={wantsRecovery}
      here={`/step-up?return=${encodeURIComponent(goal)}`}
      goal={goal}
      action={stepUpAction}
      readOptions={passkeyForStepUp}
    />
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
