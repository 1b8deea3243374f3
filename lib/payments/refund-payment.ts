import Stripe from 'stripe';
import type { RefundPart } from './checkout-payment';
import { isPassing } from './passing-failure';
import { refundMetadata } from './refund-metadata';
import { stripe } from './stripe-client';

export type RefundReason = 'duplicate' | 'fraudulent' | 'requested_by_customer';

export type RefundToMake = {
  paymentIntentId: string;
  /** Minor units; left out: all that is left of the payment. */
  amount?: number;
  /**
   * Exactly what each place in the checkout gives back, units (maybe none) and money. Units shrink the activation limits;
   * left out, the amount alone says what goes back.
   */
  parts?: readonly RefundPart[];
  reason?: RefundReason;
  /** Says which refund this is, so that asking twice refunds once. */
  requestId: string;
};

export type RefundPaymentResult =
  | { ok: true; refundId: string }
  /** refused: `detail` has Stripe's own words. payments_unreachable: it may have been made all the same; ask again. */
  | { ok: false; reason: 'already_refunded' | 'amount_too_large' | 'refused'; detail: string }
  | { ok: false; reason: 'payments_unreachable' };

/**
 * Asks Stripe to give money back. The order and its keys follow when Stripe's event arrives, as for a refund made in
 * Stripe's dashboard.
 */
export async function refundPayment(refund: RefundToMake): Promise<RefundPaymentResult> {
  try {
    const made = await stripe().refunds.create(
      {
        payment_intent: refund.paymentIntentId,
        ...(refund.amount === undefined ? {} : { amount: refund.amount }),
        ...(refund.reason ? { reason: refund.reason } : {}),
        metadata: refundMetadata(refund.requestId, refund.parts),
      },
      { idempotencyKey: `refund-${refund.requestId}` },
    );
    return { ok: true, refundId: made.id };
  } catch (error) {
    // The idempotency error: the first try was put in other words, by a store since updated. Whether it was made is told by
    // the list of refunds, and a day later it can be asked anew.
    if (isPassing(error) || error instanceof Stripe.errors.StripeIdempotencyError)
      return { ok: false, reason: 'payments_unreachable' };
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): RefundPaymentResult {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const detail = error.message;
  if (error.code === 'charge_already_refunded') return { ok: false, reason: 'already_refunded', detail };
  if (error.param === 'amount') return { ok: false, reason: 'amount_too_large', detail };
  return { ok: false, reason: 'refused', detail };
}
