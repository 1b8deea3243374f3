import { db } from '../../db/client';
import { readCheckoutStanding, readDisputes, readRefunds } from '../../payments/read-checkout-standing';
import type { PaymentEvent } from '../../payments/read-payment-event';
import { readInvoices, readSubscriptionStanding } from '../../payments/read-subscription-standing';
import type { InvoiceStanding, SubscriptionStanding } from '../../payments/subscription-standing';

/** What is compared with Stripe: an order that was paid once, or a subscription with all its invoices. */
export type ReconcileObject = { kind: 'order' | 'subscription'; id: string };

/** Money that was paid longer ago hardly comes back: banks end their disputes within 120 days. */
export const MONEY_DAYS = 120;
const DAY_MS = 86_400_000;

/**
 * Everything that Stripe says of an object now, as the events would that tell of it, in the order in which they are applied.
 * Empty: it is not at Stripe. Throws when Stripe cannot be reached.
 */
export function readNews({ kind, id }: ReconcileObject, at: Date): Promise<PaymentEvent[]> {
  return kind === 'order' ? readOrderNews(id) : readSubscriptionNews(id, at);
}

async function readOrderNews(orderId: string): Promise<PaymentEvent[]> {
  const order = await db().order.findUnique({
    where: { id: orderId },
    select: { checkout: { select: { stripeSessionId: true } } },
  });
  const sessionId = order?.checkout?.stripeSessionId;
  const standing = sessionId ? await readCheckoutStanding(sessionId, { withRefunds: true }) : undefined;
  if (!standing || standing.kind === 'open') return [];
  const payment = 'payment' in standing ? standing.payment : undefined;
  const disputes = payment?.paymentIntentId ? await readDisputes(payment.paymentIntentId) : [];
  return [
    standing,
    ...disputes.flatMap((dispute) => (payment ? [{ kind: 'disputed' as const, payment, dispute }] : [])),
  ];
}

async function readSubscriptionNews(id: string, at: Date): Promise<PaymentEvent[]> {
  const row = await db().subscription.findUnique({ where: { id }, include: { periods: true } });
  const subscription = row?.stripeSubscriptionId ? await readSubscriptionStanding(row.stripeSubscriptionId) : undefined;
  if (!row || !subscription) return [];
  const known = new Map(row.periods.map(({ stripeInvoiceId, status }) => [stripeInvoiceId, status]));
  const news: PaymentEvent[] = [
    { kind: subscription.status === 'ended' ? 'subscription_ended' : 'subscription_changed', subscription },
  ];
  for (const invoice of await readInvoices(subscription)) {
    // What is settled and known as such has nothing new to tell; of an open one it is not known whether a try failed.
    const isKnown = invoice.status !== 'open' && known.get(invoice.invoiceId) === invoice.status;
    if (!isKnown) news.push({ kind: kindOf(invoice), invoice, subscription });
    news.push(...(await readMoneyNews(invoice, subscription, at)));
  }
  return news;
}

function kindOf({ status }: InvoiceStanding): 'invoice_paid' | 'invoice_open' | 'invoice_closed' {
  if (status === 'paid') return 'invoice_paid';
  return status === 'open' || status === 'draft' ? 'invoice_open' : 'invoice_closed';
}

async function readMoneyNews(
  invoice: InvoiceStanding,
  subscription: SubscriptionStanding,
  at: Date,
): Promise<PaymentEvent[]> {
  const { paymentIntentId, paidAt } = invoice;
  if (!paymentIntentId || !paidAt || at.getTime() - paidAt.getTime() > MONEY_DAYS * DAY_MS) return [];
  const refunds = await readRefunds(paymentIntentId);
  const disputes = await readDisputes(paymentIntentId);
  return [
    ...(refunds.length > 0 ? [{ kind: 'invoice_refunded' as const, invoice, subscription, refunds }] : []),
    ...disputes.map((dispute) => ({ kind: 'invoice_disputed' as const, invoice, subscription, dispute })),
  ];
}
