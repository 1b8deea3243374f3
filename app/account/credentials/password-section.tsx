import { AnsweredForm } from '../../_people/answered-form';
import { AsideLink } from '../../_people/aside-link';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { changePasswordAction } from './actions';

type PasswordSectionProps = {
  email: string;
  /** The account has a second factor, and it has not been shown here lately. */
  isProofMissing: boolean;
};

/** The panel that changes the password. */
export function PasswordSection({ email, isProofMissing }: PasswordSectionProps) {
  return (
    <section aria-labelledby="change-password" className="flex max-w-md flex-col gap-5">
      <div className="flex flex-col gap-1">
        <h2 id="change-password" className="text-lg">
          {text('account.passwordTitle')}
        </h2>
        <p className="text-muted">{text('account.passwordText')}</p>
      </div>
      {isProofMissing ? <ProofFirst /> : <PasswordForm email={email} />}
      <AsideLink question={text('people.forgotten')} href="/reset" label={text('people.forgottenLink')} />
    </section>
  );
}

function ProofFirst() {
  return (
    <>
      <p>{text('factors.passwordStale')}</p>
      <LinkButton variant="secondary" href="/step-up?return=%2Faccount%2Fcredentials" className="self-start">
        {text('factors.passwordStaleAction')}
      </LinkButton>
    </>
  );
}

function PasswordForm({ email }: { email: string }) {
  return (
    <AnsweredForm
      action={changePasswordAction}
      fields={[
        {
          id: 'current',
          label: text('account.currentPassword'),
          type: 'password',
          autoComplete: 'current-password',
        },
        {
          id: 'new',
          label: text('account.newPassword'),
          type: 'password',
          autoComplete: 'new-password',
          hint: text('people.passwordHint'),
        },
      ]}
      errorTitle={text('people.error.title')}
      submitText={text('account.changePassword')}
      pendingText={text('account.changingPassword')}
    >
      {/* Password managers file a new password under the name they find in the form. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly className="hidden" />
    </AnsweredForm>
  );
}
