import Stripe from 'stripe';
import { unreachable } from '../errors';
import type { CheckoutPayment, CheckoutStanding, DisputeStanding, RefundStanding } from './checkout-payment';
import { disputeStatus, findSessionOfPayment, readCheckoutStanding, readRefunds } from './read-checkout-standing';
import {
  findInvoiceOfPayment,
  type InvoiceNews,
  readInvoiceStanding,
  readSubscriptionStanding,
} from './read-subscription-standing';
import { isLivemode, stripe, webhookSecret } from './stripe-client';
import type { SubscriptionStanding } from './subscription-standing';

/** An event that really comes from Stripe, not yet looked into. */
export type SignedEvent = { id: string; type: string; livemode: boolean; payload: Stripe.Event };

/** What an event means in our words: how things stand now, not what the event's own copy said. */
export type PaymentEvent =
  | Exclude<CheckoutStanding, { kind: 'open' }>
  | { kind: 'disputed'; payment: CheckoutPayment; dispute: DisputeStanding }
  | { kind: 'subscription_changed' | 'subscription_ended'; subscription: SubscriptionStanding }
  /** `invoice_open`: neither paid nor given up; whether a try has failed is in its subscription's status. */
  | ({ kind: 'invoice_paid' | 'invoice_open' | 'invoice_closed' } & InvoiceNews)
  /** Every refund there has ever been of what paid this invoice. */
  | ({ kind: 'invoice_refunded'; refunds: RefundStanding[] } & InvoiceNews)
  | ({ kind: 'invoice_disputed'; dispute: DisputeStanding } & InvoiceNews)
  | { kind: 'ignored'; why: 'other_type' | 'not_ours' | 'still_open' };

/**
 * Believes a delivery only if its signature over the raw body is ours and young (Stripe's default of 300 seconds), and
 * if it is of the livemode that the store's key is.
 */
export function verifyPaymentEvent(
  rawBody: string,
  signature: string | null,
): { ok: true; event: SignedEvent } | { ok: false; reason: 'signature_invalid' | 'wrong_livemode' } {
  let payload: Stripe.Event;
  try {
    payload = stripe().webhooks.constructEvent(rawBody, signature ?? '', webhookSecret());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError)
      return { ok: false, reason: 'signature_invalid' };
    throw error;
  }
  if (payload.livemode !== isLivemode()) return { ok: false, reason: 'wrong_livemode' };
  return { ok: true, event: { id: payload.id, type: payload.type, livemode: payload.livemode, payload } };
}

/** Reads back from Stripe what the event is about. Throws when Stripe cannot be reached: the delivery comes again then. */
export async function readPaymentEvent({ payload }: Pick<SignedEvent, 'payload'>): Promise<PaymentEvent> {
  switch (payload.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      return eventOf(await readCheckoutStanding(payload.data.object.id));
    case 'charge.refunded':
    case 'charge.refund.updated':
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return readPaymentStanding(idOf(payload.data.object.payment_intent));
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return readDispute(payload.data.object.id);
    case 'customer.subscription.created':
    case 'customer.subscription.updated':
    case 'customer.subscription.deleted':
    case 'customer.subscription.paused':
    case 'customer.subscription.resumed':
    case 'customer.subscription.trial_will_end':
      return readSubscription(payload.data.object.id);
    case 'invoice.paid':
    case 'invoice.payment_failed':
    case 'invoice.payment_action_required':
    case 'invoice.voided':
    case 'invoice.marked_uncollectible':
      return readInvoice(payload.data.object.id);
    default:
      return { kind: 'ignored', why: 'other_type' };
  }
}

async function readPaymentStanding(paymentIntentId: string | undefined): Promise<PaymentEvent> {
  const sessionId = paymentIntentId && (await findSessionOfPayment(paymentIntentId));
  if (sessionId) return eventOf(await readCheckoutStanding(sessionId, { withRefunds: true }));
  const invoiceId = paymentIntentId && (await findInvoiceOfPayment(paymentIntentId));
  const news = invoiceId ? await readInvoiceStanding(invoiceId) : undefined;
  if (!news || !paymentIntentId) return { kind: 'ignored', why: 'not_ours' };
  return { kind: 'invoice_refunded', ...news, refunds: await readRefunds(paymentIntentId) };
}

async function readSubscription(subscriptionId: string): Promise<PaymentEvent> {
  const subscription = await readSubscriptionStanding(subscriptionId);
  if (!subscription) return { kind: 'ignored', why: 'not_ours' };
  return { kind: subscription.status === 'ended' ? 'subscription_ended' : 'subscription_changed', subscription };
}

async function readInvoice(invoiceId: string): Promise<PaymentEvent> {
  const news = await readInvoiceStanding(invoiceId);
  if (!news) return { kind: 'ignored', why: 'not_ours' };
  switch (news.invoice.status) {
    case 'paid':
      return { kind: 'invoice_paid', ...news };
    case 'draft':
    case 'open':
      return { kind: 'invoice_open', ...news };
    case 'given_up':
    case 'void':
      return { kind: 'invoice_closed', ...news };
    default:
      return unreachable(news.invoice.status);
  }
}

async function readDispute(disputeId: string): Promise<PaymentEvent> {
  const dispute = await stripe().disputes.retrieve(disputeId);
  const event = await readPaymentStanding(idOf(dispute.payment_intent));
  const standing = { disputeId, status: disputeStatus(dispute.status) };
  if (event.kind === 'invoice_refunded') {
    const { invoice, subscription } = event;
    return { kind: 'invoice_disputed', invoice, subscription, dispute: standing };
  }
  if (event.kind !== 'paid' && event.kind !== 'refunded') return event;
  return { kind: 'disputed', payment: event.payment, dispute: standing };
}

function eventOf(standing: CheckoutStanding | undefined): PaymentEvent {
  if (!standing) return { kind: 'ignored', why: 'not_ours' };
  switch (standing.kind) {
    case 'open':
      return { kind: 'ignored', why: 'still_open' };
    case 'checkout_expired':
    case 'awaiting_payment':
    case 'payment_failed':
    case 'paid':
    case 'refunded':
      return standing;
    default:
      return unreachable(standing);
  }
}

function idOf(reference: string | { id: string } | null): string | undefined {
  return typeof reference === 'object' ? reference?.id : reference;
}
