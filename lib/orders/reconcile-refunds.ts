import { now } from '../clock';
import { inTransaction } from '../db/client';
import { readCheckoutStanding } from '../payments/read-checkout-standing';
import { applyPaymentEvent } from './apply-payment-event';
import { type RefundableOrder, stripePaymentOf } from './read-refundable';

/**
 * Brings a paid order to what Stripe says of its refunds now, without waiting for the event, which then finds nothing to
 * do. Throws when Stripe cannot be reached.
 */
export async function reconcileRefunds(order: RefundableOrder, at: Date = now()): Promise<void> {
  const paid = stripePaymentOf(order);
  if (!paid) return;
  const standing = await readCheckoutStanding(paid.sessionId, { withRefunds: true });
  if (standing?.kind !== 'refunded') return;
  const actor = { kind: 'system' as const, via: `reconcile:${order.id}` };
  await inTransaction((tx) => applyPaymentEvent(tx, standing, { at, actor }));
}
