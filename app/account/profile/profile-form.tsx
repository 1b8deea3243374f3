'use client';

import { useActionState } from 'react';
import type { EnteredProfile } from '@/lib/customers/profile';
import { invoices as words } from '../../_texts/en/invoices';
import { ErrorSummary } from '../../_ui/error-summary';
import { Field } from '../../_ui/field';
import { Notice } from '../../_ui/notice';
import { SubmitButton } from '../../_ui/submit-button';
import { TextArea } from '../../_ui/text-area';
import { saveProfileAction } from './actions';
import type { ProfileAnswer } from './profile-answer';

/** A person's name, company, VAT id and address. A refusal keeps what was typed. */
export function ProfileForm({ saved }: { saved: EnteredProfile }) {
  const [answer, action] = useActionState<ProfileAnswer, FormData>(saveProfileAction, { outcome: 'none' });
  const errors = answer.outcome === 'refused' ? answer.errors : [];
  const values = answer.outcome === 'refused' ? answer.values : saved;
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <form action={action} noValidate className="flex max-w-text flex-col gap-5">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      {/* The key starts the fields anew with these values; otherwise React would set them back to those of the first page. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-5">
        <Field id="name" label={words.name} autoComplete="name" defaultValue={values.name} error={errorOf('name')} />
        <Field
          id="company"
          label={words.company}
          autoComplete="organization"
          defaultValue={values.company}
          error={errorOf('company')}
        />
        <Field
          id="vatId"
          label={words.vatIdField}
          hint={words.vatIdHint}
          autoComplete="off"
          spellCheck={false}
          defaultValue={values.vatId}
          error={errorOf('vatId')}
        />
        <TextArea
          id="invoiceAddress"
          label={words.address}
          hint={words.addressHint}
          autoComplete="street-address"
          rows={4}
          defaultValue={values.invoiceAddress}
          error={errorOf('invoiceAddress')}
        />
      </div>
      {answer.outcome === 'saved' ? (
        <Notice tone="good" isAnswer>
          {words.saved}
        </Notice>
      ) : null}
      <SubmitButton pendingText={words.saving} className="self-start">
        {words.save}
      </SubmitButton>
    </form>
  );
}
