import type { PricedCart } from '../../catalog/price-cart';
import { now } from '../../clock';
import { offeredTrial } from './offered-trial';

/** What a cart with subscriptions costs later. Minor units of `currency`, before tax and promotion. */
export type RecurringCharge = {
  amount: number;
  currency: string;
  interval: 'month' | 'year';
  /** The first time after today. */
  firstAt: Date;
  /** Null = the first period is paid today. */
  trialDays: number | null;
};

/**
 * What this buyer pays again, and when, as it is said before Pay is pressed; undefined: nothing recurs. `dueToday` is what
 * the payment page asks for, before tax and promotion.
 */
export async function readCharges(
  cart: PricedCart,
  customerId: string | null,
  at: Date = now(),
): Promise<{ dueToday: number; later: RecurringCharge | undefined }> {
  const recurring = cart.lines.filter(({ plan }) => plan.billingInterval !== null);
  const interval = recurring[0]?.plan.billingInterval;
  if (!interval) return { dueToday: cart.subtotal, later: undefined };
  const trialDays = await offeredTrial(cart, customerId);
  const amount = recurring.reduce((sum, line) => sum + line.amount, 0);
  const firstAt = trialDays === null ? afterOne(interval, at) : new Date(at.getTime() + trialDays * 86_400_000);
  const later = { amount, currency: cart.currency, interval, firstAt, trialDays };
  return { dueToday: trialDays === null ? cart.subtotal : cart.subtotal - amount, later };
}

/** The same day of the next month or year, or the last day of a shorter month. */
function afterOne(interval: 'month' | 'year', at: Date): Date {
  const next = new Date(at);
  const months = interval === 'month' ? 1 : 12;
  next.setUTCDate(1);
  next.setUTCMonth(next.getUTCMonth() + months);
  const last = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  next.setUTCDate(Math.min(at.getUTCDate(), last));
  return next;
}
