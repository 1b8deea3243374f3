import { AnsweredForm } from '../../_people/answered-form';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { changeEmailAction } from './actions';

type EmailSectionProps = {
  email: string;
  /** Who is there has not been proved in this browser lately. */
  isProofMissing: boolean;
};

/** The panel that changes the address. */
export function EmailSection({ email, isProofMissing }: EmailSectionProps) {
  return (
    <section aria-labelledby="change-email" className="flex max-w-md flex-col gap-5">
      <div className="flex flex-col gap-1">
        <h2 id="change-email" className="text-lg">
          {text('account.emailTitle')}
        </h2>
        <p className="break-words text-muted">{text('account.emailText', { email })}</p>
      </div>
      {isProofMissing ? (
        <>
          <p>{text('account.emailProof')}</p>
          <LinkButton variant="secondary" href="/step-up?return=%2Faccount%2Fcredentials" className="self-start">
            {text('account.emailProofAction')}
          </LinkButton>
        </>
      ) : (
        <AnsweredForm
          action={changeEmailAction}
          fields={[
            {
              id: 'email',
              label: text('account.newEmail'),
              type: 'email',
              autoComplete: 'email',
              hint: text('account.newEmailHint'),
            },
          ]}
          errorTitle={text('people.error.title')}
          submitText={text('account.changeEmail')}
          pendingText={text('account.changingEmail')}
        />
      )}
    </section>
  );
}
