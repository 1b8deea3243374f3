import Stripe from 'stripe';
import { unreachable } from '../errors';
import type { CheckoutPayment, CheckoutStanding, DisputeStanding } from './checkout-payment';
import { findSessionOfPayment, readCheckoutStanding } from './read-checkout-standing';
import { isLivemode, stripe, webhookSecret } from './stripe-client';

/** An event that really comes from Stripe, not yet looked into. */
export type SignedEvent = { id: string; type: string; livemode: boolean; payload: Stripe.Event };

/** What an event means in our words: how things stand now, not what the event's own copy said. */
export type PaymentEvent =
  | Exclude<CheckoutStanding, { kind: 'open' }>
  | { kind: 'disputed'; payment: CheckoutPayment; dispute: DisputeStanding }
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
    default:
      return { kind: 'ignored', why: 'other_type' };
  }
}

async function readPaymentStanding(paymentIntentId: string | undefined): Promise<PaymentEvent> {
  const sessionId = paymentIntentId && (await findSessionOfPayment(paymentIntentId));
  return eventOf(sessionId ? await readCheckoutStanding(sessionId, { withRefunds: true }) : undefined);
}

async function readDispute(disputeId: string): Promise<PaymentEvent> {
  const dispute = await stripe().disputes.retrieve(disputeId);
  const event = await readPaymentStanding(idOf(dispute.payment_intent));
  if (event.kind !== 'paid' && event.kind !== 'refunded') return event;
  return { kind: 'disputed', payment: event.payment, dispute: { disputeId, status: disputeStatus(dispute.status) } };
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

// Stripe may add statuses; one we do not know is a dispute that has not been decided.
function disputeStatus(status: Stripe.Dispute.Status): DisputeStanding['status'] {
  if (status === 'lost') return 'lost';
  return status === 'won' || status === 'warning_closed' || status === 'prevented' ? 'won' : 'open';
}

function idOf(reference: string | { id: string } | null): string | undefined {
  return typeof reference === 'object' ? reference?.id : reference;
}
