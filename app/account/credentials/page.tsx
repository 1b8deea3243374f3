import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { AnsweredForm } from '../../_people/answered-form';
import { AsideLink } from '../../_people/aside-link';
import { text } from '../../_texts/text';
import { PageHeader } from '../../_ui/page-header';
import { changePasswordAction } from './actions';

export const metadata: Metadata = { title: text('account.credentialsTitle') };

/** How the signed-in person proves who they are. */
export default async function CredentialsPage() {
  const customer = await requireCustomer('/account/credentials');
  return (
    <>
      <PageHeader title={text('account.credentialsTitle')} />
      <section aria-labelledby="password" className="flex max-w-md flex-col gap-5">
        <div className="flex flex-col gap-1">
          <h2 id="password" className="text-lg">
            {text('account.passwordTitle')}
          </h2>
          <p className="text-muted">{text('account.passwordText')}</p>
        </div>
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
          <input
            type="text"
            name="username"
            autoComplete="username"
            value={customer.email}
            readOnly
            className="hidden"
          />
        </AnsweredForm>
        <AsideLink question={text('people.forgotten')} href="/reset" label={text('people.forgottenLink')} />
      </section>
    </>
  );
}
