import type Stripe from 'stripe';
import { type Double, seconds } from './double';
import { voidInvoice } from './end-invoice';
import { subscriptionOf } from './find';
import type { WireInvoice, WireSubscription } from './wire';

/** Ends it now. What was paid stays paid; drafts and open invoices stay as they are, but nobody collects them any more. */
export function endSubscription(
  double: Double,
  subscription: WireSubscription,
  reason: Stripe.Subscription.CancellationDetails.Reason,
): void {
  const at = seconds(double);
  const { invoices, invoiceItems } = double.state.facts;
  Object.assign(subscription, {
    canceled_at: subscription.canceled_at ?? at,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason },
    ended_at: at,
    status: 'canceled',
  } satisfies Partial<WireSubscription>);
  for (const invoice of Object.values(invoices)) {
    if (subscriptionOf(double, invoice)?.id === subscription.id) leaveAlone(invoice);
  }
  for (const item of Object.values(invoiceItems)) {
    if (item.proration?.subscriptionId === subscription.id) delete invoiceItems[item.id];
  }
  double.announce('customer.subscription.deleted', subscription);
}

function leaveAlone(invoice: WireInvoice): void {
  invoice.auto_advance = false;
  invoice.automatically_finalizes_at = null;
  invoice.next_payment_attempt = null;
}

/** A first invoice that was not paid within 23 hours: the subscription never begins. */
export function expireSubscription(double: Double, subscription: WireSubscription): void {
  subscription.status = 'incomplete_expired';
  subscription.ended_at = seconds(double);
  const invoice = double.state.facts.invoices[String(subscription.latest_invoice)];
  if (invoice?.status === 'open') voidInvoice(double, invoice);
  double.announce('customer.subscription.updated', subscription);
}

/** When it will end by itself, if it will. `atPeriodEnd` follows the period, as at Stripe. */
export function planEnd(
  double: Double,
  subscription: WireSubscription,
  wanted: { atPeriodEnd: boolean } | { at: number | null },
): void {
  const atPeriodEnd = 'atPeriodEnd' in wanted && wanted.atPeriodEnd;
  const at = 'at' in wanted ? wanted.at : atPeriodEnd ? lastPeriodEnd(subscription) : null;
  Object.assign(subscription, {
    cancel_at: at,
    cancel_at_period_end: atPeriodEnd,
    canceled_at: at === null ? null : seconds(double),
    cancellation_details: {
      comment: null,
      feedback: null,
      feedback_option: null,
      reason: at === null ? null : 'cancellation_requested',
    },
  } satisfies Partial<WireSubscription>);
}

export function lastPeriodEnd(subscription: WireSubscription): number {
  return Math.max(...subscription.items.data.map((item) => item.current_period_end));
}
