'use client';

import { useActionState, useState } from 'react';
import { orders as words } from '../../../_texts/en/orders';
import { fillText } from '../../../_texts/fill-text';
import { ErrorSummary } from '../../../_ui/error-summary';
import { Field } from '../../../_ui/field';
import { SubmitButton } from '../../../_ui/submit-button';
import { enterOrder } from './actions';
import type { BoundField, NewOrderAnswer, OfferedPlan } from './new-order-answer';
import { PaidFields } from './paid-fields';

type NewOrderFormProps = { requestId: string; plans: OfferedPlan[] };

/** Who gets what, and how it was paid. The same form sent twice is one order. */
export function NewOrderForm({ requestId, plans }: NewOrderFormProps) {
  const [answer, action] = useActionState<NewOrderAnswer, FormData>(enterOrder, { outcome: 'none' });
  const [typed, setTyped] = useState<Record<string, string>>({});
  const bind = (name: string) => ({
    name,
    value: typed[name] ?? '',
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <form action={action} noValidate className="flex max-w-2xl flex-col gap-8">
      <Answer answer={answer} />
      <input type="hidden" name="request" value={requestId} />
      <input type="hidden" name="offered" value={plans.map(({ number }) => number).join(',')} />
      <div className="flex flex-col gap-5">
        <Field
          {...bind('email')}
          id="email"
          label={words.email}
          hint={words.emailHint}
          error={answer.outcome === 'email_invalid' ? words['newRefused.email_invalid'] : undefined}
          type="email"
          autoComplete="off"
          required
        />
        <Field {...bind('name')} id="name" label={words.name} hint={words.nameHint} autoComplete="off" />
      </div>
      <fieldset className="flex flex-col">
        <legend className="mb-2 font-semibold text-lg">{words.plans}</legend>
        {plans.map((plan) => (
          <PlanRow key={plan.number} plan={plan} field={bind(`quantity_${plan.number}`)} />
        ))}
      </fieldset>
      <PaidFields bind={bind} />
      <SubmitButton className="self-start" pendingText={words.creating}>
        {words.create}
      </SubmitButton>
    </form>
  );
}

function PlanRow({ plan, field }: { plan: OfferedPlan; field: BoundField }) {
  const name = fillText(words.resourceName, { title: plan.title, plan: plan.planName });
  return (
    <div className="flex items-center justify-between gap-4 border-line border-t py-3">
      <div className="flex min-w-0 flex-col">
        <span className="font-medium">{name}</span>
        <span className="text-muted text-sm">
          {fillText(words.perUnit, { amount: plan.price })} ·{' '}
          {fillText(words.idNumber, { number: String(plan.number) })}
        </span>
      </div>
      <input
        {...field}
        aria-label={fillText(words.planQuantityOf, { plan: name })}
        type="number"
        inputMode="numeric"
        min={0}
        max={99}
        placeholder="0"
        className="nums min-h-11 w-20 shrink-0 rounded-md border border-edge bg-raised px-3 py-2 text-end transition-colors hover:border-ink"
      />
    </div>
  );
}

const FIELDS: Partial<Record<NewOrderAnswer['outcome'], string>> = {
  email_invalid: 'email',
  customer_disabled: 'email',
  amount_invalid: 'amount',
  amount_too_large: 'amount',
};

function Answer({ answer: { outcome } }: { answer: NewOrderAnswer }) {
  if (outcome === 'none') return null;
  const fieldId = FIELDS[outcome];
  const message = words[`newRefused.${outcome}`];
  return (
    <ErrorSummary
      title={words['newRefused.title']}
      errors={[fieldId === undefined ? { message } : { message, fieldId }]}
    />
  );
}
