import Stripe from 'stripe';
import { stripe } from './stripe-client';

export type RefundToMake = {
  paymentIntentId: string;
  /** Minor units; left out: all that is left of the payment. */
  amount?: number;
  /** Units given back, by their place in the checkout. They shrink the activation limits; without them only money moves. */
  quantities?: { position: number; quantity: number }[];
  reason?: 'duplicate' | 'fraudulent' | 'requested_by_customer';
  /** Says which refund this is, so that asking twice refunds once. */
  requestId: string;
};

/**
 * Asks Stripe to give money back. The order and its keys follow when Stripe's event arrives, as for a refund made in
 * Stripe's dashboard.
 */
export async function refundPayment(
  refund: RefundToMake,
): Promise<{ ok: true; refundId: string } | { ok: false; reason: 'already_refunded' | 'amount_too_large' }> {
  const metadata = Object.fromEntries(
    (refund.quantities ?? []).map(({ position, quantity }) => [`item_${position}`, String(quantity)]),
  );
  try {
    const made = await stripe().refunds.create(
      {
        payment_intent: refund.paymentIntentId,
        ...(refund.amount === undefined ? {} : { amount: refund.amount }),
        ...(refund.reason ? { reason: refund.reason } : {}),
        ...(refund.quantities?.length ? { metadata } : {}),
      },
      { idempotencyKey: `refund-${refund.requestId}` },
    );
    return { ok: true, refundId: made.id };
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    if (error.code === 'charge_already_refunded') return { ok: false, reason: 'already_refunded' };
    if (error.param === 'amount') return { ok: false, reason: 'amount_too_large' };
    throw error;
  }
}
