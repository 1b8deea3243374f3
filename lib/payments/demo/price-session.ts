import type Stripe from 'stripe';
import { behaviorOf, taxOn } from './example-tax';
import type { StoredSession } from './state';

/**
 * Reckons a session anew: the coupon's share of each line, the tax on what is left, and the sums. `coupon` left out: no
 * discount.
 */
export function priceSession(
  { session, lines }: Pick<StoredSession, 'session' | 'lines'>,
  coupon?: Stripe.Coupon,
): void {
  const subtotal = lines.reduce((sum, line) => sum + line.amount_subtotal, 0);
  const wanted = coupon?.percent_off ? Math.round((subtotal * coupon.percent_off) / 100) : (coupon?.amount_off ?? 0);
  const discount = Math.min(subtotal, wanted);
  const isTaxed = session.automatic_tax.enabled;
  // Each line takes its share; what rounding leaves over goes to the last one, so the lines add up to the total.
  let left = discount;
  for (const [index, line] of lines.entries()) {
    const share =
      index === lines.length - 1 ? left : subtotal === 0 ? 0 : Math.floor((discount * line.amount_subtotal) / subtotal);
    const behavior = behaviorOf(line.price);
    line.amount_discount = share;
    line.amount_tax = isTaxed ? taxOn(line.amount_subtotal - share, behavior) : 0;
    line.amount_total = line.amount_subtotal - share + (behavior === 'exclusive' ? line.amount_tax : 0);
    left -= share;
  }
  session.amount_subtotal = subtotal;
  session.amount_total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const amountTax = lines.reduce((sum, line) => sum + line.amount_tax, 0);
  session.total_details = { amount_discount: discount, amount_shipping: 0, amount_tax: amountTax };
}
