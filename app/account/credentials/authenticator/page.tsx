import type { Metadata } from 'next';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { type Enrolment, readEnrolment } from '@/lib/customers/enrol-authenticator';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { AnsweredForm } from '../../../_people/answered-form';
import { text } from '../../../_texts/text';
import { CopyButton } from '../../../_ui/copy-button';
import { Field } from '../../../_ui/field';
import { KeyText } from '../../../_ui/key-text';
import { PageHeader } from '../../../_ui/page-header';
import { SubmitButton } from '../../../_ui/submit-button';
import { confirmAuthenticatorAction, startAuthenticatorAction } from './actions';
import { QrCode } from './qr-code';

// The key on this page must not travel on with the address of anything.
export const metadata: Metadata = { title: text('factors.authenticatorTitle'), referrer: 'no-referrer' };

/** Adds an authenticator app: name it, scan its key, type its first code. */
export default async function AuthenticatorPage() {
  const { id, email } = await requireStepUp('/account/credentials/authenticator');
  const { storeName } = await readStoreSettings();
  const enrolment = await readEnrolment({ customerId: id, email, issuer: storeName });
  return (
    <>
      <PageHeader title={text('factors.authenticatorTitle')} text={text('factors.authenticatorText')} />
      {enrolment ? <Confirm enrolment={enrolment} /> : <Begin />}
    </>
  );
}

function Begin() {
  return (
    <form action={startAuthenticatorAction} className="flex max-w-md flex-col gap-5">
      <Field
        id="name"
        label={text('factors.name')}
        hint={text('factors.nameHint')}
        defaultValue={text('factors.authenticatorName')}
        autoComplete="off"
        maxLength={60}
        required
      />
      <SubmitButton pendingText={text('factors.showingQr')} className="self-start">
        {text('factors.showQr')}
      </SubmitButton>
    </form>
  );
}

function Confirm({ enrolment: { name, seed, address } }: { enrolment: Enrolment }) {
  return (
    <>
      <ol className="flex list-decimal flex-col gap-8 ps-5 marker:font-semibold marker:text-muted">
        <li className="ps-2">
          <p className="mb-3 font-medium">{text('factors.qrStep')}</p>
          <QrCode value={address} name={text('factors.qrAlt')} />
        </li>
        <li className="ps-2">
          <p className="mb-1 font-medium">{text('factors.seedStep')}</p>
          <p className="flex items-center gap-1">
            <span id="seed" className="font-mono text-sm">
              <KeyText value={seed} />
            </span>
            <CopyButton name={text('factors.seed')} value={seed} />
          </p>
        </li>
        <li className="max-w-md ps-2">
          <p className="mb-3 font-medium">{text('factors.codeStep')}</p>
          <AnsweredForm
            action={confirmAuthenticatorAction}
            fields={[{ id: 'code', label: text('factors.code'), autoComplete: 'one-time-code', inputMode: 'numeric' }]}
            errorTitle={text('factors.error.title')}
            submitText={text('factors.confirmAuthenticator', { name })}
            pendingText={text('factors.confirmingAuthenticator')}
          />
        </li>
      </ol>
      <form action={startAuthenticatorAction} className="flex flex-wrap items-baseline gap-x-1 text-muted">
        {text('factors.again')}
        <input type="hidden" name="name" value={name} />
        <SubmitButton variant="quiet" size="small" pendingText={text('factors.showingQr')}>
          {text('factors.againLink')}
        </SubmitButton>
      </form>
    </>
  );
}
