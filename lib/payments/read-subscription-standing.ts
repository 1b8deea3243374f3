import Stripe from 'stripe';
import { now } from '../clock';
import { stripe } from './stripe-client';
import type { InvoiceLineStanding, InvoiceStanding, SubscriptionStanding } from './subscription-standing';

export type InvoiceNews = { invoice: InvoiceStanding; subscription: SubscriptionStanding };

/** The subscription as it is now. `undefined`: no checkout of this store began it. */
export async function readSubscriptionStanding(subscriptionId: string): Promise<SubscriptionStanding | undefined> {
  const readAt = now();
  const subscription = await orMissing(stripe().subscriptions.retrieve(subscriptionId));
  const checkoutId = subscription?.metadata.checkout_id;
  return subscription && checkoutId ? standingOf(subscription, checkoutId, readAt) : undefined;
}

/** The invoice and its subscription as they are now. `undefined`: not of a subscription of this store. */
export async function readInvoiceStanding(invoiceId: string): Promise<InvoiceNews | undefined> {
  const invoice = await orMissing(stripe().invoices.retrieve(invoiceId, { expand: ['payments'] }));
  const subscriptionId = idOf(invoice?.parent?.subscription_details?.subscription);
  const subscription = subscriptionId && (await readSubscriptionStanding(subscriptionId));
  if (!invoice || !subscription) return undefined;
  return { invoice: await invoiceOf(invoice), subscription };
}

/** The invoice that a payment was made for, if it was made for one. */
export async function findInvoiceOfPayment(paymentIntentId: string): Promise<string | undefined> {
  const payment = { type: 'payment_intent', payment_intent: paymentIntentId } as const;
  const { data } = await stripe().invoicePayments.list({ payment, limit: 1 });
  return idOf(data[0]?.invoice);
}

/** Every invoice there has been of a subscription, the oldest first; drafts are not yet one. */
export async function readInvoices(subscription: SubscriptionStanding): Promise<InvoiceStanding[]> {
  const invoices: InvoiceStanding[] = [];
  const asked = { subscription: subscription.subscriptionId, limit: 100, expand: ['data.payments'] };
  for await (const invoice of stripe().invoices.list(asked)) {
    if (invoice.status !== 'draft') invoices.push(await invoiceOf(invoice));
  }
  return invoices.reverse();
}

async function orMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing') return undefined;
    throw error;
  }
}

function standingOf(subscription: Stripe.Subscription, checkoutId: string, readAt: Date): SubscriptionStanding {
  return {
    subscriptionId: subscription.id,
    readAt,
    checkoutId,
    stripeCustomerId: idOf(subscription.customer) ?? '',
    status: statusOf(subscription.status),
    collectionPausedUntil: pausedUntil(subscription),
    trialEndsAt: dateOf(subscription.trial_end),
    endsAt: dateOf(subscription.cancel_at),
    endedAt: dateOf(subscription.ended_at),
    currency: subscription.currency,
    items: subscription.items.data.map((item) => ({
      itemId: item.id,
      position: positionOf(item.metadata),
      planNumber: numberOf(item.price.metadata.plan_number) ?? numberOf(item.metadata.plan_number),
      priceId: item.price.id,
      stripeProductId: idOf(item.price.product) ?? '',
      unitAmount: item.price.unit_amount ?? 0,
      quantity: item.quantity ?? 1,
      every: {
        interval: item.price.recurring?.interval ?? 'month',
        count: item.price.recurring?.interval_count ?? 1,
      },
      periodEndsAt: new Date(item.current_period_end * 1000),
    })),
  };
}

// Stripe may add statuses; one we do not know owes nothing for certain, so it takes nothing away.
function statusOf(status: Stripe.Subscription.Status): SubscriptionStanding['status'] {
  switch (status) {
    case 'incomplete':
      return 'unfinished';
    case 'trialing':
      return 'trial';
    case 'past_due':
    case 'unpaid':
      return 'owing';
    case 'paused':
      return 'paused';
    case 'canceled':
    case 'incomplete_expired':
      return 'ended';
    default:
      return 'active';
  }
}

function pausedUntil({ pause_collection: pause }: Stripe.Subscription): SubscriptionStanding['collectionPausedUntil'] {
  if (!pause) return 'not_paused';
  return dateOf(pause.resumes_at) ?? 'further_notice';
}

async function invoiceOf(invoice: Stripe.Invoice): Promise<InvoiceStanding> {
  const payment = invoice.payments?.data.find(({ status }) => status !== 'canceled')?.payment;
  return {
    invoiceId: invoice.id,
    number: invoice.number,
    pageUrl: invoice.hosted_invoice_url ?? null,
    reason: reasonOf(invoice.billing_reason),
    status: invoiceStatus(invoice.status),
    currency: invoice.currency,
    subtotalAmount: invoice.subtotal,
    discountAmount: sumOf(invoice.total_discount_amounts),
    taxAmount: sumOf(invoice.total_taxes),
    totalAmount: invoice.total,
    paidAmount: invoice.amount_paid,
    paidAt: dateOf(invoice.status_transitions.paid_at),
    nextTryAt: dateOf(invoice.next_payment_attempt),
    paymentIntentId: idOf(payment?.payment_intent) ?? null,
    lines: await readLines(invoice),
  };
}

/** An invoice carries its first lines only; more of them are asked for. */
async function readLines(invoice: Stripe.Invoice): Promise<InvoiceLineStanding[]> {
  if (!invoice.lines.has_more) return invoice.lines.data.map(lineOf);
  const lines: InvoiceLineStanding[] = [];
  for await (const line of stripe().invoices.listLineItems(invoice.id, { limit: 100 })) lines.push(lineOf(line));
  return lines;
}

function lineOf(line: Stripe.InvoiceLineItem): InvoiceLineStanding {
  const ofItem = line.parent?.subscription_item_details;
  return {
    itemId: ofItem?.subscription_item ?? null,
    priceId: idOf(line.pricing?.price_details?.price) ?? null,
    quantity: line.quantity ?? 1,
    amount: line.amount,
    isProration: ofItem?.proration ?? line.parent?.invoice_item_details?.proration ?? false,
    startsAt: new Date(line.period.start * 1000),
    endsAt: new Date(line.period.end * 1000),
  };
}

function reasonOf(reason: Stripe.Invoice.BillingReason | null): InvoiceStanding['reason'] {
  if (reason === 'subscription_create') return 'first_period';
  if (reason === 'subscription_cycle') return 'renewal';
  return reason === 'subscription_update' ? 'change' : 'other';
}

function invoiceStatus(status: Stripe.Invoice.Status | null): InvoiceStanding['status'] {
  switch (status) {
    case 'paid':
      return 'paid';
    case 'void':
      return 'void';
    case 'draft':
      return 'draft';
    case 'uncollectible':
      return 'given_up';
    default:
      return 'open';
  }
}

function positionOf(metadata: Stripe.Metadata): number | null {
  return numberOf(metadata.position);
}

function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function sumOf(amounts: { amount: number }[] | null): number {
  return (amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
}

function dateOf(seconds: number | null): Date | null {
  return seconds === null ? null : new Date(seconds * 1000);
}

function idOf(reference: string | { id: string } | null | undefined): string | undefined {
  return typeof reference === 'object' ? reference?.id : reference;
}
