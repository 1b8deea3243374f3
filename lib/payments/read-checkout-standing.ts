import Stripe from 'stripe';
import type {
  CheckoutLine,
  CheckoutPayment,
  CheckoutStanding,
  DisputeStanding,
  RefundStanding,
} from './checkout-payment';
import { readBegunSubscription, standingOfBegun } from './read-begun-subscription';
import { INVOICE_EXPANSIONS, invoiceFactsOf } from './read-invoice-facts';
import { readRefundMetadata } from './refund-metadata';
import { stripe } from './stripe-client';

type Session = Stripe.Checkout.Session;

/**
 * Reads a session back from Stripe and says how it stands now. `undefined`: not a session of this store (unknown to
 * Stripe, or opened without our checkout id). `withRefunds` also reads the refunds when none has succeeded, so that a
 * failed one is seen.
 */
export async function readCheckoutStanding(
  sessionId: string,
  options: { withRefunds?: boolean } = {},
): Promise<CheckoutStanding | undefined> {
  const session = await findSession(sessionId);
  const checkoutId = session?.metadata?.checkout_id;
  if (!session || !checkoutId) return undefined;
  if (session.status === 'open') return { kind: 'open', checkoutId, sessionId };
  if (session.status === 'expired') return { kind: 'checkout_expired', checkoutId, sessionId };

  const intent = expandedIntent(session);
  const payment = paymentOf(session, checkoutId, intent?.id ?? null, await readLines(sessionId));
  if (session.mode === 'subscription') return standingOfBegun(session, await readBegunSubscription(session, payment));
  if (session.payment_status === 'unpaid') return { kind: unpaidKind(intent), payment };
  if (intent && (options.withRefunds || refundedAmount(intent) > 0)) {
    return { kind: 'refunded', payment, refunds: await readRefunds(intent.id) };
  }
  return { kind: 'paid', payment };
}

/** The session that a payment belongs to, if a checkout made it. */
export async function findSessionOfPayment(paymentIntentId: string): Promise<string | undefined> {
  const { data } = await stripe().checkout.sessions.list({ payment_intent: paymentIntentId, limit: 1 });
  return data[0]?.id;
}

/** The session that began a subscription, if a checkout did. */
export async function findSessionOfSubscription(subscription: string): Promise<string | undefined> {
  const { data } = await stripe().checkout.sessions.list({ subscription, limit: 1 });
  return data[0]?.id;
}

async function findSession(sessionId: string): Promise<Session | undefined> {
  try {
    return await stripe().checkout.sessions.retrieve(sessionId, {
      expand: ['payment_intent.latest_charge', ...INVOICE_EXPANSIONS],
    });
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing') return undefined;
    throw error;
  }
}

function expandedIntent(session: Session): Stripe.PaymentIntent | undefined {
  return typeof session.payment_intent === 'object' ? (session.payment_intent ?? undefined) : undefined;
}

// A delayed payment that fails leaves its session complete and unpaid; only the payment itself tells it from one on its way.
function unpaidKind(intent: Stripe.PaymentIntent | undefined): 'awaiting_payment' | 'payment_failed' {
  return intent?.status === 'requires_payment_method' || intent?.status === 'canceled'
    ? 'payment_failed'
    : 'awaiting_payment';
}

function refundedAmount(intent: Stripe.PaymentIntent): number {
  return typeof intent.latest_charge === 'object' ? (intent.latest_charge?.amount_refunded ?? 0) : 0;
}

function paymentOf(
  session: Session,
  checkoutId: string,
  paymentIntentId: string | null,
  lines: CheckoutLine[],
): CheckoutPayment {
  return {
    checkoutId,
    sessionId: session.id,
    paymentIntentId,
    currency: session.currency ?? '',
    subtotalAmount: session.amount_subtotal ?? 0,
    discountAmount: session.total_details?.amount_discount ?? 0,
    taxAmount: session.total_details?.amount_tax ?? 0,
    totalAmount: session.amount_total ?? 0,
    lines,
    invoice: invoiceFactsOf(session),
  };
}

async function readLines(sessionId: string): Promise<CheckoutLine[]> {
  const lines: CheckoutLine[] = [];
  for await (const line of stripe().checkout.sessions.listLineItems(sessionId, { limit: 100 })) {
    lines.push({
      position: Number(line.metadata?.position ?? lines.length),
      ...(line.price ? { priceId: line.price.id } : {}),
      quantity: line.quantity ?? 1,
      subtotalAmount: line.amount_subtotal,
      discountAmount: line.amount_discount,
      taxAmount: line.amount_tax,
      totalAmount: line.amount_total,
    });
  }
  return lines.sort((a, b) => a.position - b.position);
}

/** Every dispute there has been of a payment. */
export async function readDisputes(paymentIntentId: string): Promise<DisputeStanding[]> {
  const disputes: DisputeStanding[] = [];
  for await (const { id, status } of stripe().disputes.list({ payment_intent: paymentIntentId, limit: 100 })) {
    disputes.push({ disputeId: id, status: disputeStatus(status) });
  }
  return disputes;
}

// Stripe may add statuses; one we do not know is a dispute that has not been decided.
export function disputeStatus(status: Stripe.Dispute.Status): DisputeStanding['status'] {
  if (status === 'lost') return 'lost';
  return status === 'won' || status === 'warning_closed' || status === 'prevented' ? 'won' : 'open';
}

/** Every refund of a payment with its present status, newest first. */
export async function readRefunds(paymentIntentId: string): Promise<RefundStanding[]> {
  const refunds: RefundStanding[] = [];
  for await (const refund of stripe().refunds.list({ payment_intent: paymentIntentId, limit: 100 })) {
    refunds.push({
      refundId: refund.id,
      amount: refund.amount,
      status: refundStatus(refund.status),
      reason: refund.reason,
      ...readRefundMetadata(refund.metadata),
      createdAt: new Date(refund.created * 1000),
    });
  }
  return refunds;
}

function refundStatus(status: string | null): RefundStanding['status'] {
  if (status === 'failed' || status === 'canceled') return 'failed';
  return status === 'succeeded' ? 'succeeded' : 'pending';
}
