import type Stripe from 'stripe';
import type { Double } from './double';
import { makeRefund } from './make-after-payment';
import { invalid, notFound } from './stripe-error';

export type RefundRequest = {
  charge: Stripe.Charge;
  amount: number | undefined;
  reason: Stripe.Refund.Reason | null;
  metadata: Stripe.Metadata;
};

/** Gives money back, at most what is left of the charge. */
export function refundCharge(double: Double, { charge, amount, reason, metadata }: RefundRequest): Stripe.Refund {
  const left = charge.amount - charge.amount_refunded;
  if (charge.status !== 'succeeded') throw invalid('This charge has not succeeded and cannot be refunded.', 'charge');
  if (left === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, undefined, 'charge_already_refunded');
  }
  const wanted = amount ?? left;
  if (wanted < 1) throw invalid('Invalid positive integer', 'amount', 'parameter_invalid_integer');
  if (wanted > left) {
    throw invalid(`Refund amount (${wanted}) is greater than unrefunded amount on charge (${left})`, 'amount');
  }
  const refund = makeRefund(double, charge, { amount: wanted, reason, metadata });
  double.state.facts.refunds[refund.id] = refund;
  count(charge, wanted);
  double.announce('charge.refunded', charge);
  double.announce('refund.created', refund);
  double.announce('refund.updated', refund);
  return refund;
}

/** The bank could not pay a refund out: the money is the store's again. */
export function failRefund(double: Double, refundId: string): Stripe.Refund {
  const refund = double.state.facts.refunds[refundId];
  if (!refund) throw notFound('refund', refundId);
  if (refund.status === 'failed') return refund;
  refund.status = 'failed';
  refund.failure_reason = 'lost_or_stolen_card';
  const charge = typeof refund.charge === 'string' ? double.state.facts.charges[refund.charge] : undefined;
  if (charge) count(charge, -refund.amount);
  double.announce('refund.failed', refund);
  double.announce('refund.updated', refund);
  return refund;
}

function count(charge: Stripe.Charge, amount: number): void {
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
}
