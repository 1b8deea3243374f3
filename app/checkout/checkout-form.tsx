'use client';

import { type ReactNode, useActionState } from 'react';
import { checkout as words } from '../_texts/en/checkout';
import { fillText } from '../_texts/fill-text';
import { ErrorSummary } from '../_ui/error-summary';
import { Field } from '../_ui/field';
import { SubmitButton } from '../_ui/submit-button';
import { pay } from './actions';
import { type CheckoutAnswer, NO_VALUES } from './checkout-answer';
import { SHOWN_AS } from './shown-as';

type CheckoutFormProps = {
  formToken: string;
  /** From `shownAs`: Pay goes on only for the same person. */
  shownTo: string;
  /** The amount as people read it; the payment page adds tax and takes promotions off. */
  amount: string;
  /** Nothing is paid today, because a trial begins or because nothing is ever paid. */
  free: 'trial' | 'always' | undefined;
  /** The address of a signed-in customer; a guest types theirs. */
  customerEmail: string | undefined;
  /** From the profile of a signed-in customer. */
  known?: { company: string; vatId: string };
  /** What pressing the button agrees to. */
  legal?: ReactNode;
};

const FREE_WORDS = { trial: words.startTrial, always: words.orderFree };

/** Who buys, and Pay. Works without JavaScript; with it, Pay says what it is doing and cannot be pressed twice. */
export function CheckoutForm({ formToken, shownTo, amount, free, customerEmail, known, legal }: CheckoutFormProps) {
  const [answer, action] = useActionState<CheckoutAnswer, FormData>(pay, {
    errors: [],
    values: { ...NO_VALUES, ...known },
  });
  const errorOf = (field: string) => answer.errors.find((error) => error.fieldId === field)?.message;
  return (
    <form action={action} noValidate className="flex flex-col gap-10">
      <ErrorSummary title={words.errorTitle} errors={answer.errors} />
      <input type="hidden" name="formToken" value={answer.formToken ?? formToken} />
      <input type="hidden" name={SHOWN_AS} value={shownTo} />
      {customerEmail ? (
        <p className="break-words">{fillText(words.signedInAs, { email: customerEmail })}</p>
      ) : (
        <GuestFields answer={answer} errorOf={errorOf} />
      )}
      <CompanyFields answer={answer} errorOf={errorOf} />
      <div className="flex flex-col items-start gap-3">
        <p>{words.promotionNote}</p>
        {legal}
        <SubmitButton size="large" className="w-full sm:w-auto" pendingText={words.paying}>
          {free ? FREE_WORDS[free] : fillText(words.pay, { amount })}
        </SubmitButton>
        <p className="text-muted text-sm">{free === 'always' ? words.freeNote : words.payNote}</p>
      </div>
    </form>
  );
}

type FieldsProps = { answer: CheckoutAnswer; errorOf: (field: string) => string | undefined };

function GuestFields({ answer, errorOf }: FieldsProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-5">
      <legend className="mb-4 font-semibold text-lg">{words.youTitle}</legend>
      <Field
        id="email"
        label={words.email}
        hint={words.emailHint}
        error={errorOf('email')}
        type="email"
        autoComplete="email"
        defaultValue={answer.values.email}
        maxLength={254}
        required
      />
      <Field
        id="name"
        label={words.name}
        error={errorOf('name')}
        autoComplete="name"
        defaultValue={answer.values.name}
        maxLength={120}
      />
      <Field
        id="password"
        label={words.password}
        hint={words.passwordHint}
        error={errorOf('password')}
        type="password"
        autoComplete="new-password"
        required
      />
    </fieldset>
  );
}

function CompanyFields({ answer, errorOf }: FieldsProps) {
  const { company, vatId } = answer.values;
  return (
    <details open={Boolean(company || vatId)} className="group">
      <summary className="w-fit font-medium underline decoration-line underline-offset-4 hover:decoration-current">
        {words.companyTitle}
      </summary>
      <div className="mt-4 flex flex-col gap-5">
        <Field
          id="company"
          label={words.company}
          error={errorOf('company')}
          autoComplete="organization"
          defaultValue={company}
          maxLength={120}
        />
        <Field
          id="vatId"
          label={words.vatId}
          hint={words.vatIdHint}
          error={errorOf('vatId')}
          defaultValue={vatId}
          maxLength={24}
        />
      </div>
    </details>
  );
}
