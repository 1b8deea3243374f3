import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { unreachable } from '../errors';
import type { PaymentEvent } from '../payments/read-payment-event';
import { readStoreSettings } from '../settings/store-settings';
import { disputeOrder } from './dispute-order';
import { fulfillOrder } from './fulfill-order';
import { refundOrder } from './refund-order';
import { applyInvoice, applyInvoiceDispute, applyInvoiceRefunds } from './subscriptions/apply-invoice';
import { applySubscription } from './subscriptions/apply-subscription';
import type { ReadNews } from './subscriptions/with-checkout';
import { awaitPayment, cancelOrder, releaseCheckout } from './wait-for-payment';

/** The same for news read with its checkout: the order is placed first where the subscription has none yet. */
export async function applyReadNews(
  tx: Tx,
  { event, checkout }: ReadNews,
  by: { at: Date; actor: Actor },
): Promise<string> {
  if (checkout && checkout.kind !== 'open') await applyPaymentEvent(tx, checkout, by);
  return applyPaymentEvent(tx, event, by);
}

/** Brings the store to the state a payment event tells, inside the caller's transaction. Returns what it came to. */
export async function applyPaymentEvent(tx: Tx, event: PaymentEvent, by: { at: Date; actor: Actor }): Promise<string> {
  switch (event.kind) {
    case 'paid':
      return (await fulfillOrder(tx, { payment: event.payment, ...by })).kind;
    case 'refunded': {
      // A refund may be told before its payment was: then the order is made first, so that nothing is given afterwards.
      const fulfilled = await fulfillOrder(tx, { payment: event.payment, ...by });
      return 'order' in fulfilled ? refundOrder(tx, { ...by, ...fulfilled, refunds: event.refunds }) : fulfilled.kind;
    }
    case 'disputed': {
      const fulfilled = await fulfillOrder(tx, { payment: event.payment, ...by });
      const told = { ...by, dispute: event.dispute, suspends: (await readStoreSettings(tx)).suspendOnDispute };
      return 'order' in fulfilled ? disputeOrder(tx, { ...told, ...fulfilled }) : fulfilled.kind;
    }
    case 'awaiting_payment':
      return awaitPayment(tx, { payment: event.payment, ...by });
    case 'payment_failed':
      return cancelOrder(tx, { payment: event.payment, ...by });
    case 'checkout_expired':
      return releaseCheckout(tx, event);
    case 'subscription_changed':
    case 'subscription_ended':
      return applySubscription(tx, event.subscription, by);
    case 'invoice_paid':
    case 'invoice_open':
    case 'invoice_closed':
      return applyInvoice(tx, event, by);
    case 'invoice_refunded':
      return applyInvoiceRefunds(tx, event, by);
    case 'invoice_disputed':
      return applyInvoiceDispute(tx, { ...event, suspends: (await readStoreSettings(tx)).suspendOnDispute }, by);
    case 'ignored':
      return `ignored: ${event.why}`;
    default:
      return unreachable(event);
  }
}
