import type { Metadata } from 'next';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { PasskeyForm } from '../../../_factors/passkey-form';
import { text } from '../../../_texts/text';
import { Field } from '../../../_ui/field';
import { PageHeader } from '../../../_ui/page-header';
import { addPasskeyAction, passkeyToAdd } from './actions';

export const metadata: Metadata = { title: text('factors.passkeyTitle') };

/** Adds a passkey: name it, and let the browser make it. */
export default async function PasskeyPage() {
  await requireStepUp('/account/credentials/passkey');
  return (
    <>
      <PageHeader title={text('factors.passkeyTitle')} text={text('factors.passkeyText')} />
      <div className="max-w-md">
        <PasskeyForm
          does="make"
          readOptions={passkeyToAdd}
          action={addPasskeyAction}
          submitText={text('factors.passkeyCreate')}
          pendingText={text('factors.passkeyCreating')}
        >
          <Field
            id="name"
            label={text('factors.name')}
            hint={text('factors.nameHint')}
            defaultValue={text('factors.passkeyName')}
            autoComplete="off"
            maxLength={60}
            required
          />
        </PasskeyForm>
      </div>
    </>
  );
}
