import type { PricedCart } from '../../catalog/price-cart';
import { db } from '../../db/client';

/**
 * Days that the subscriptions of a cart cost nothing at first; null = they are paid at once. All of them must have the same
 * trial, as a payment page has only one, and none may be of a product that this customer has subscribed to before. Of a
 * guest nothing is looked up: the answer would tell strangers whose address has an account.
 */
export async function offeredTrial(cart: PricedCart, customerId: string | null): Promise<number | null> {
  const recurring = cart.lines.flatMap(({ plan }) => (plan.billingInterval === null ? [] : [plan]));
  const days = new Set(recurring.map(({ trialDays }) => trialDays));
  const [trialDays = null] = days;
  if (days.size !== 1 || trialDays === null || customerId === null) return days.size === 1 ? trialDays : null;
  const productIds = recurring.map(({ product }) => product.id);
  const had = await db().subscriptionItem.findFirst({
    where: { subscription: { customerId }, plan: { productId: { in: productIds } } },
    select: { id: true },
  });
  return had ? null : trialDays;
}
