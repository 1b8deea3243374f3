import type { PricedCart } from '@/lib/catalog/price-cart';
import type { RecurringCharge } from '@/lib/orders/subscriptions/recurring-charge';
import { text } from '../_texts/text';
import { Link } from '../_ui/link';
import { Price } from '../_ui/price';
import { billingWords, limitWords, termWords } from '../products/plan-words';
import { RenewalTerms } from './renewal-terms';

type OrderSummaryProps = { cart: PricedCart; dueToday: number; later: RecurringCharge | undefined };

/** What is about to be paid, and what will be later. */
export function OrderSummary({ cart, dueToday, later }: OrderSummaryProps) {
  return (
    <section aria-labelledby="summary" className="flex flex-col rounded-md border border-line bg-raised p-6">
      <h2 id="summary" className="text-lg">
        {text('checkout.summaryTitle')}
      </h2>
      <ul className="mt-4 flex flex-col">
        {cart.lines.map(({ plan, quantity, amount }) => (
          <li key={plan.id} className="flex items-baseline justify-between gap-4 border-line border-t py-3">
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">
                {quantity > 1 ? `${text('checkout.quantityTimes', { count: quantity })} ` : ''}
                {plan.product.title}, {plan.name}
              </span>
              <span className="text-muted text-sm">{limitWords(plan, quantity)}</span>
              <span className="text-muted text-sm">{termWords(plan)}</span>
            </span>
            <span className="flex flex-col items-end">
              <Price minorUnits={amount} currency={plan.currency} />
              {plan.billingInterval === null ? null : <span className="text-muted text-sm">{billingWords(plan)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <dl className="border-line border-t pt-3">
        <div className="flex items-baseline justify-between gap-4 py-1 text-muted">
          <dt>{text('checkout.tax')}</dt>
          <dd>{text('checkout.taxOnPaymentPage')}</dd>
        </div>
        <div className="flex items-baseline justify-between gap-4 py-1 font-semibold text-lg">
          <dt>{text('checkout.total')}</dt>
          <dd>
            <Price minorUnits={dueToday} currency={cart.currency} />
          </dd>
        </div>
      </dl>
      {later ? <RenewalTerms charge={later} /> : null}
      <p className="mt-3">
        <Link href="/cart" className="link">
          {text('checkout.changeCart')}
        </Link>
      </p>
    </section>
  );
}
