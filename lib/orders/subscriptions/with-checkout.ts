import { db } from '../../db/client';
import { isUuid } from '../../db/uuid';
import type { CheckoutStanding } from '../../payments/checkout-payment';
import { findSessionOfSubscription, readCheckoutStanding } from '../../payments/read-checkout-standing';
import type { PaymentEvent } from '../../payments/read-payment-event';
import { isKnownSubscription } from './subscription-row';

/** News of a payment, with what has to be known to place the order of its subscription first where there is none yet. */
export type ReadNews = { event: PaymentEvent; checkout?: CheckoutStanding };

/**
 * Invoices and subscriptions may be told before the checkout that began them, and must not be lost: then the checkout is read
 * too. Asked before the transaction, as everything that waits for Stripe.
 */
export async function withCheckout(event: PaymentEvent): Promise<ReadNews> {
  if (!('subscription' in event) || (await isKnownSubscription(event.subscription.subscriptionId))) return { event };
  const { checkoutId, subscriptionId } = event.subscription;
  if (!isUuid(checkoutId)) return { event };
  const row = await db().checkout.findUnique({ where: { id: checkoutId }, select: { stripeSessionId: true } });
  if (!row) return { event };
  const sessionId = row.stripeSessionId ?? (await findSessionOfSubscription(subscriptionId));
  const checkout = sessionId ? await readCheckoutStanding(sessionId) : undefined;
  return checkout ? { event, checkout } : { event };
}
