import type Stripe from 'stripe';
import { closeDispute, openDispute } from './dispute-charge';
import type { Double } from './double';
import { invoicePaymentsOf } from './find';
import { option } from './hosted-layout';
import { failRefund } from './refund-charge';

/** What the buyer's bank may still do about a payment that was made. */
export type BankMoves = { mayDispute: boolean; hasOpenDispute: boolean; hasRefund: boolean };

/** Undefined: no money was paid, so there is nothing a bank could ask back. */
export function bankMoves(double: Double, intent: Stripe.PaymentIntent | undefined): BankMoves | undefined {
  if (intent?.status !== 'succeeded') return undefined;
  const dispute = lastDispute(double, intent);
  return {
    mayDispute: !dispute,
    hasOpenDispute: dispute !== undefined && isOpen(dispute),
    hasRefund: lastRefund(double, intent) !== undefined,
  };
}

/** Plays the bank; a move that is not open changes nothing. */
export function playBank(double: Double, intent: Stripe.PaymentIntent | undefined, move: string): void {
  const moves = bankMoves(double, intent);
  if (!intent || !moves) return;
  const dispute = lastDispute(double, intent);
  const refund = lastRefund(double, intent);
  if (move === 'dispute' && moves.mayDispute) openDispute(double, String(intent.latest_charge));
  else if (move === 'dispute_won' && dispute) closeDispute(double, dispute.id, 'won');
  else if (move === 'dispute_lost' && dispute) closeDispute(double, dispute.id, 'lost');
  else if (move === 'fail_refund' && refund) failRefund(double, refund.id);
}

/** The payment of an invoice, as far as one was asked for. */
export function intentOfInvoice(
  double: Double,
  invoice: string | { id: string } | null,
): Stripe.PaymentIntent | undefined {
  const payment = typeof invoice === 'string' ? invoicePaymentsOf(double, invoice)[0] : undefined;
  const id = payment?.payment.payment_intent;
  return typeof id === 'string' ? double.state.facts.paymentIntents[id] : undefined;
}

/** The buttons, or nothing. */
export function bankForm(moves: BankMoves | undefined): string {
  if (!moves) return '';
  const options = [
    moves.mayDispute
      ? option('dispute', 'Dispute payment', 'The buyer asks the bank for the money back. The store is told at once.')
      : '',
    moves.hasOpenDispute
      ? option('dispute_won', 'Decide for store', 'The bank ends the dispute, and the store keeps the money.') +
        option('dispute_lost', 'Decide for buyer', 'The bank ends the dispute, and the money goes back.')
      : '',
    moves.hasRefund
      ? option('fail_refund', 'Fail last refund', 'The refund cannot be paid out: the money is the store’s again.')
      : '',
  ].join('\n');
  if (options.trim() === '') return '';
  return `<h3>What the bank may do later</h3><form method="post" class="outcomes">${options}</form>`;
}

function lastDispute(double: Double, intent: Stripe.PaymentIntent): Stripe.Dispute | undefined {
  return Object.values(double.state.facts.disputes).findLast((dispute) => dispute.payment_intent === intent.id);
}

function lastRefund(double: Double, intent: Stripe.PaymentIntent): Stripe.Refund | undefined {
  return Object.values(double.state.facts.refunds).findLast(
    (refund) => refund.payment_intent === intent.id && refund.status === 'succeeded',
  );
}

function isOpen({ status }: Stripe.Dispute): boolean {
  return !['won', 'lost', 'warning_closed', 'prevented'].includes(status);
}
