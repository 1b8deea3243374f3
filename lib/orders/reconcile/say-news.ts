import { unreachable } from '../../errors';
import type { RefundStanding } from '../../payments/checkout-payment';
import type { PaymentEvent } from '../../payments/read-payment-event';
import type { Says } from './finding-steps';

/** What an event tells, for people. Undefined: nothing that could change anything. */
export function sayNews(event: PaymentEvent): Says | undefined {
  switch (event.kind) {
    case 'paid':
    case 'awaiting_payment':
    case 'payment_failed': {
      const { totalAmount, currency } = event.payment;
      return { kind: 'payment', status: event.kind, amount: totalAmount, currency };
    }
    case 'refunded':
      return sayRefunds(event.refunds, event.payment.currency);
    case 'invoice_refunded':
      return sayRefunds(event.refunds, event.invoice.currency);
    case 'disputed':
    case 'invoice_disputed':
      return { kind: 'dispute', id: event.dispute.disputeId, status: event.dispute.status };
    case 'subscription_changed':
    case 'subscription_ended': {
      const { subscriptionId, status, endsAt, endedAt } = event.subscription;
      return { kind: 'subscription', id: subscriptionId, status, endsAt: isoOf(endsAt), endedAt: isoOf(endedAt) };
    }
    case 'invoice_paid':
    case 'invoice_open':
    case 'invoice_closed': {
      const { invoiceId, number, status, totalAmount, currency } = event.invoice;
      return { kind: 'invoice', id: invoiceId, number, status, amount: totalAmount, currency };
    }
    case 'checkout_expired':
    case 'ignored':
      return undefined;
    default:
      return unreachable(event);
  }
}

function sayRefunds(refunds: readonly RefundStanding[], currency: string): Says {
  const told = refunds.map(({ refundId, amount, status }) => ({ id: refundId, amount, status }));
  return { kind: 'refunds', refunds: told, currency };
}

function isoOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
