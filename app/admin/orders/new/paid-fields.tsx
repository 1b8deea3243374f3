import { useState } from 'react';
import { orders as words } from '../../../_texts/en/orders';
import { Field } from '../../../_ui/field';
import type { BoundField } from './new-order-answer';

/** Free, or paid outside with an amount and where the money is found again. */
export function PaidFields({ bind }: { bind: (name: string) => BoundField }) {
  const [paid, setPaid] = useState('outside');
  const choices = [
    ['outside', words.paidOutside],
    ['free', words.paidFree],
  ] as const;
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-2 font-semibold text-lg">{words.howPaid}</legend>
      <div className="flex flex-col gap-1">
        {choices.map(([value, label]) => (
          <label key={value} className="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              name="paid"
              value={value}
              checked={paid === value}
              onChange={() => setPaid(value)}
              className="size-4 accent-ink"
            />
            {label}
          </label>
        ))}
      </div>
      {paid === 'free' ? null : (
        <>
          <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
            <Field
              {...bind('amount')}
              id="amount"
              label={words.paidAmount}
              hint={words.paidAmountHint}
              inputMode="decimal"
              required
            />
            <Field {...bind('tax')} id="tax" label={words.paidTax} hint={words.paidTaxHint} inputMode="decimal" />
          </div>
          <Field
            {...bind('reference')}
            id="reference"
            label={words.paidReference}
            hint={words.paidReferenceHint}
            maxLength={200}
            autoComplete="off"
          />
        </>
      )}
    </fieldset>
  );
}
