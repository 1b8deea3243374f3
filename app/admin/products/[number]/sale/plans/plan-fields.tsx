'use client';

import { editor as words } from '../../../../../_texts/en/editor';
import type { SummaryError } from '../../../../../_ui/error-summary';
import { Field } from '../../../../../_ui/field';
import type { EnteredPlan } from './entered-plan';

type PlanFieldsProps = { values: EnteredPlan; errors: readonly SummaryError[] };

/** What a plan is called and what it costs. */
export function PlanFields({ values, errors }: PlanFieldsProps) {
  const errorOf = (id: keyof EnteredPlan) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Field
        id="planName"
        label={words.planName}
        hint={words.planNameHint}
        error={errorOf('planName')}
        defaultValue={values.planName}
        required
        maxLength={100}
        autoComplete="off"
        className="sm:col-span-2"
      />
      <Field
        id="amount"
        label={words.amount}
        hint={words.amountHint}
        error={errorOf('amount')}
        defaultValue={values.amount}
        required
        inputMode="decimal"
        autoComplete="off"
      />
      <Field
        id="currency"
        label={words.currency}
        hint={words.currencyHint}
        error={errorOf('currency')}
        defaultValue={values.currency}
        required
        maxLength={3}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </div>
  );
}

const BILLINGS = [
  { value: 'once', label: words.billing_once },
  { value: 'year', label: words.billing_year },
  { value: 'month', label: words.billing_month },
] as const;

/** How often the price is paid; only asked while the plan is new. */
export function BillingChoice({ chosen }: { chosen: EnteredPlan['billing'] }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="contents">
        <span className="font-medium">{words.billing}</span>
      </legend>
      <p className="max-w-text text-muted text-sm">{words.billingHint}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {BILLINGS.map(({ value, label }) => (
          <label key={value} htmlFor={`billing-${value}`} className="flex min-h-8 cursor-pointer items-center gap-2">
            <input
              id={`billing-${value}`}
              type="radio"
              name="billing"
              value={value}
              defaultChecked={chosen === value}
              className="size-4 shrink-0 accent-brass"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
