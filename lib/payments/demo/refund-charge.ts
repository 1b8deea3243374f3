import type Stripe from 'stripe';
import type { Double } from './double';
import { makeDispute, makeRefund } from './make-after-payment';
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

/** The buyer's bank takes the money back and asks questions. */
export function openDispute(double: Double, chargeId: string): Stripe.Dispute {
  const charge = double.state.facts.charges[chargeId];
  if (!charge) throw notFound('charge', chargeId);
  const dispute = makeDispute(double, charge);
  double.state.facts.disputes[dispute.id] = dispute;
  charge.disputed = true;
  double.announce('charge.dispute.created', dispute);
  return dispute;
}

export function closeDispute(double: Double, disputeId: string, status: 'won' | 'lost'): Stripe.Dispute {
  const dispute = double.state.facts.disputes[disputeId];
  if (!dispute) throw notFound('dispute', disputeId);
  dispute.status = status;
  double.announce('charge.dispute.closed', dispute);
  return dispute;
}

function count(charge: Stripe.Charge, amount: number): void {
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
}
