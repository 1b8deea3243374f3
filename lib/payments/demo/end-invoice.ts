import { type Double, seconds } from './double';
import { invoicePaymentsOf } from './find';
import type { WireInvoice } from './wire';

/** Nobody owes it any more. */
export function voidInvoice(double: Double, invoice: WireInvoice): void {
  close(double, invoice, 'void');
  invoice.status_transitions.voided_at = seconds(double);
  double.announce('invoice.voided', invoice);
}

/** Owed, but the store has given up on it; it may still be paid. */
export function giveUpInvoice(double: Double, invoice: WireInvoice): void {
  close(double, invoice, 'uncollectible');
  invoice.status_transitions.marked_uncollectible_at = seconds(double);
  double.announce('invoice.marked_uncollectible', invoice);
}

function close(double: Double, invoice: WireInvoice, status: 'void' | 'uncollectible'): void {
  invoice.status = status;
  invoice.auto_advance = false;
  invoice.automatically_finalizes_at = null;
  invoice.next_payment_attempt = null;
  if (status !== 'void') return;
  for (const payment of invoicePaymentsOf(double, invoice.id)) {
    if (payment.status !== 'open') continue;
    payment.status = 'canceled';
    payment.status_transitions.canceled_at = seconds(double);
  }
}
