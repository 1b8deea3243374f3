import type Stripe from 'stripe';
import type { Double } from './double';
import { found } from './find';
import { makeDispute } from './make-after-payment';

/** The buyer's bank takes the money back and asks questions; an inquiry asks first and takes nothing yet. */
export function openDispute(double: Double, chargeId: string, isInquiry = false): Stripe.Dispute {
  const charge = found(double.state.facts.charges, 'charge', chargeId);
  const dispute = makeDispute(double, charge, isInquiry);
  double.state.facts.disputes[dispute.id] = dispute;
  charge.disputed = true;
  double.announce('charge.dispute.created', dispute);
  if (!isInquiry) double.announce('charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** The bank decides. Of an inquiry nothing was taken, so closing it moves no money. */
export function closeDispute(double: Double, disputeId: string, status: 'won' | 'lost'): Stripe.Dispute {
  const dispute = found(double.state.facts.disputes, 'dispute', disputeId);
  if (isDecided(dispute)) return dispute;
  const isInquiry = dispute.status.startsWith('warning_');
  dispute.status = isInquiry ? 'warning_closed' : status;
  double.announce('charge.dispute.closed', dispute);
  if (!isInquiry && status === 'won') double.announce('charge.dispute.funds_reinstated', dispute);
  return dispute;
}

export type Evidence = Partial<
  Record<'uncategorized_text' | 'product_description' | 'access_activity_log', string | undefined>
>;

/**
 * What the store says to the bank. Sent in, the texts that Stripe's test mode knows decide at once: `winning_evidence`,
 * `losing_evidence`.
 */
export function answerDispute(
  double: Double,
  dispute: Stripe.Dispute,
  wanted: { evidence: Evidence; submit: boolean; metadata: Stripe.Metadata },
): Stripe.Dispute {
  Object.assign(dispute.metadata, wanted.metadata);
  Object.assign(dispute.evidence, wanted.evidence);
  const hasEvidence = Object.keys(wanted.evidence).length > 0;
  dispute.evidence_details.has_evidence ||= hasEvidence;
  const isSent = hasEvidence && wanted.submit && !isDecided(dispute);
  if (isSent) {
    dispute.evidence_details.submission_count += 1;
    dispute.evidence_details.submission_method = 'manual';
    dispute.status = dispute.status.startsWith('warning_') ? 'warning_under_review' : 'under_review';
  }
  double.announce('charge.dispute.updated', dispute);
  const said = wanted.evidence.uncategorized_text;
  if (isSent && said === 'winning_evidence') closeDispute(double, dispute.id, 'won');
  if (isSent && said === 'losing_evidence') closeDispute(double, dispute.id, 'lost');
  return dispute;
}

function isDecided({ status }: Stripe.Dispute): boolean {
  return ['won', 'lost', 'warning_closed', 'prevented'].includes(status);
}
