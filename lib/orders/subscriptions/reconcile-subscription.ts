import { now } from '../../clock';
import { db, inTransaction } from '../../db/client';
import { readDisputes, readRefunds } from '../../payments/read-checkout-standing';
import { readInvoices, readSubscriptionStanding } from '../../payments/read-subscription-standing';
import type { InvoiceStanding, SubscriptionStanding } from '../../payments/subscription-standing';
import { applyPaymentEvent } from '../apply-payment-event';

/**
 * Brings a subscription to what Stripe says now of it, its invoices, and every refund and dispute of them, as if each event
 * had arrived: what was lost on the way is made up for, and the rest finds nothing to do. Throws when Stripe cannot be
 * reached.
 */
export async function reconcileSubscription(stripeSubscriptionId: string, at: Date = now()): Promise<void> {
  const subscription = await readSubscriptionStanding(stripeSubscriptionId);
  if (!subscription) return;
  const actor = { kind: 'system' as const, via: `reconcile:${stripeSubscriptionId}` };
  const apply = (event: Parameters<typeof applyPaymentEvent>[1]) =>
    inTransaction((tx) => applyPaymentEvent(tx, event, { at, actor }));
  await apply({ kind: 'subscription_changed', subscription });
  for (const invoice of await readInvoices(subscription)) {
    await apply({ kind: kindOf(invoice), invoice, subscription });
    for (const event of await moneyNews(invoice, subscription)) await apply(event);
  }
}

function kindOf({ status }: InvoiceStanding): 'invoice_paid' | 'invoice_open' | 'invoice_closed' {
  if (status === 'paid') return 'invoice_paid';
  return status === 'open' || status === 'draft' ? 'invoice_open' : 'invoice_closed';
}

async function moneyNews(invoice: InvoiceStanding, subscription: SubscriptionStanding) {
  if (invoice.status !== 'paid' || !invoice.paymentIntentId) return [];
  const refunds = await readRefunds(invoice.paymentIntentId);
  const disputes = await readDisputes(invoice.paymentIntentId);
  return [
    ...(refunds.length > 0 ? [{ kind: 'invoice_refunded' as const, invoice, subscription, refunds }] : []),
    ...disputes.map((dispute) => ({ kind: 'invoice_disputed' as const, invoice, subscription, dispute })),
  ];
}

/** The ids at Stripe of all subscriptions of this store that run, or ended not longer ago than a year. */
export async function subscriptionsToReconcile(at: Date = now()): Promise<string[]> {
  const aYearAgo = new Date(at.getTime() - 365 * 86_400_000);
  const rows = await db().subscription.findMany({
    where: { stripeSubscriptionId: { not: null }, OR: [{ endedAt: null }, { endedAt: { gte: aYearAgo } }] },
    orderBy: { number: 'asc' },
    select: { stripeSubscriptionId: true },
  });
  return rows.flatMap(({ stripeSubscriptionId }) => (stripeSubscriptionId ? [stripeSubscriptionId] : []));
}
