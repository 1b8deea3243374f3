import type { RecurringCharge } from '@/lib/orders/subscriptions/recurring-charge';
import { recurring as words } from '../_texts/en/recurring';
import { fillText } from '../_texts/fill-text';
import { DateTime } from '../_ui/date-time';
import { formatPrice } from '../_ui/format-price';

/** How much is paid again, when, and how to stop it: said wherever a subscription is about to be bought. */
export function RenewalTerms({ charge }: { charge: RecurringCharge }) {
  const amount = formatPrice(charge.amount, charge.currency);
  const every = fillText(charge.interval === 'month' ? words.everyMonth : words.everyYear, { amount });
  return (
    <section aria-labelledby="renews" className="flex flex-col gap-1 border-line border-t pt-4">
      <h3 id="renews" className="text-base">
        {words.title}
      </h3>
      {charge.trialDays === null ? (
        <p>
          {every}. {words.from} <DateTime at={charge.firstAt} />.
        </p>
      ) : (
        <p>
          {fillText(words.trial, { days: charge.trialDays, charge: every })} <DateTime at={charge.firstAt} />.
        </p>
      )}
      <p className="text-muted text-sm">
        {charge.trialDays === null ? words.cancel : words.trialCancel} {words.tax}
      </p>
    </section>
  );
}
