import { useState } from 'react';
import { orders as words } from '../../../../_texts/en/orders';

const REASONS = ['requested_by_customer', 'duplicate', 'fraudulent'] as const;

/** Why the money goes back. */
export function RefundReason({ onChange }: { onChange: () => void }) {
  const [reason, setReason] = useState<string>(REASONS[0]);
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{words.reason}</legend>
      {REASONS.map((each) => (
        <label key={each} className="flex min-h-8 items-center gap-2">
          <input
            type="radio"
            name="reason"
            value={each}
            checked={reason === each}
            onChange={() => {
              setReason(each);
              onChange();
            }}
            className="size-4 accent-ink"
          />
          <span className="first-letter:uppercase">{words[`reason.${each}`]}</span>
        </label>
      ))}
      <p className="text-muted text-sm">{words.reasonHint}</p>
    </fieldset>
  );
}
