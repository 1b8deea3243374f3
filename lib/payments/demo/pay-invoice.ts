import type Stripe from 'stripe';
import { openDispute } from './dispute-charge';
import { type Double, seconds } from './double';
import { giveUpInvoice } from './end-invoice';
import { endSubscription } from './end-subscription';
import { found, invoicePaymentsOf, subscriptionOf } from './find';
import { cardKind } from './make-card';
import { makeCharge } from './make-payment';
import type { WireInvoice, WireSubscription } from './wire';

const DAY = 24 * 3600;

/** Days between the tries to collect a renewal. After the last one the subscription ends. */
const RETRY_AFTER_DAYS = [3, 5, 7];

export type PayResult =
  | { ok: true }
  | { ok: false; reason: 'not_open' | 'declined' | 'authentication_required' | 'no_card' };

export type PayHow = {
  /** Left out: the subscription's card, or else the customer's. */
  paymentMethodId?: string | undefined;
  /** The buyer is there: a card that asks for confirmation gets it. */
  present?: boolean;
  /** A first period may be paid with a card that will decline later. */
  accept?: boolean;
  /** The clock tries, not a person. Only such tries count, and the first of all. */
  automatic?: boolean;
};

/** One try to collect an open invoice. What follows for its subscription follows at once. */
export function payInvoice(double: Double, invoice: WireInvoice, how: PayHow = {}): PayResult {
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') return { ok: false, reason: 'not_open' };
  if (invoice.amount_due === 0) {
    settle(double, invoice);
    return { ok: true };
  }
  const methodId = how.paymentMethodId ?? savedCard(double, invoice);
  const method = methodId ? found(double.state.facts.paymentMethods, 'payment_method', methodId) : undefined;
  const refusal = method ? refusalOf(method, how) : 'no_card';
  const counts = how.automatic === true || invoice.attempt_count === 0;
  invoice.attempted = true;
  if (counts) invoice.attempt_count += 1;
  if (refusal) {
    fail(double, invoice, { reason: refusal, method, counts });
    return { ok: false, reason: refusal };
  }
  const kind = cardKind(method);
  const charge = collect(double, invoice, method);
  settle(double, invoice);
  if (kind === 'disputes' || kind === 'inquires') openDispute(double, charge.id, kind === 'inquires');
  return { ok: true };
}

function savedCard(double: Double, invoice: WireInvoice): string | undefined {
  const customer = found(double.state.facts.customers, 'customer', String(invoice.customer));
  const ofSubscription = subscriptionOf(double, invoice)?.default_payment_method;
  const method = ofSubscription ?? customer.invoice_settings.default_payment_method;
  return typeof method === 'string' ? method : undefined;
}

function refusalOf(method: Stripe.PaymentMethod, how: PayHow): 'declined' | 'authentication_required' | undefined {
  const kind = cardKind(method);
  if (kind === 'declines' && !how.accept) return 'declined';
  return kind === 'authenticates' && !how.present ? 'authentication_required' : undefined;
}

function intentOf(double: Double, invoice: WireInvoice): Stripe.PaymentIntent {
  const payment = invoicePaymentsOf(double, invoice.id).find(({ is_default }) => is_default);
  const id = payment?.payment.payment_intent;
  return found(double.state.facts.paymentIntents, 'payment_intent', typeof id === 'string' ? id : '');
}

function collect(double: Double, invoice: WireInvoice, method: Stripe.PaymentMethod | undefined): Stripe.Charge {
  const intent = intentOf(double, invoice);
  intent.payment_method = method?.id ?? null;
  intent.last_payment_error = null;
  intent.next_action = null;
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  const charge = chargeOf(double, intent, invoice, 'succeeded');
  double.announce('charge.succeeded', charge);
  double.announce('payment_intent.succeeded', intent);
  for (const payment of invoicePaymentsOf(double, invoice.id)) {
    payment.status = 'paid';
    payment.amount_paid = payment.amount_requested;
    payment.status_transitions.paid_at = seconds(double);
    double.announce('invoice_payment.paid', payment);
  }
  return charge;
}

function chargeOf(double: Double, intent: Stripe.PaymentIntent, invoice: WireInvoice, status: 'succeeded' | 'failed') {
  const charge = makeCharge(double, intent, invoice.customer_email, status);
  double.state.facts.charges[charge.id] = charge;
  intent.latest_charge = charge.id;
  return charge;
}

function settle(double: Double, invoice: WireInvoice): void {
  Object.assign(invoice, {
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
  } satisfies Partial<WireInvoice>);
  invoice.status_transitions.paid_at = seconds(double);
  double.announce('invoice.paid', invoice);
  double.announce('invoice.payment_succeeded', invoice);
  const subscription = subscriptionOf(double, invoice);
  const waits = ['incomplete', 'past_due', 'unpaid'].includes(subscription?.status ?? '');
  if (!subscription || !waits || owesMore(double, subscription, invoice)) return;
  const wasNew = subscription.status === 'incomplete';
  subscription.status = 'active';
  // A new one that pays at once is announced as active by whoever started it.
  if (!wasNew || subscription.latest_invoice !== null) double.announce('customer.subscription.updated', subscription);
}

function owesMore(double: Double, subscription: WireSubscription, paid: WireInvoice): boolean {
  return Object.values(double.state.facts.invoices).some(
    (invoice) =>
      invoice.status === 'open' &&
      invoice.id !== paid.id &&
      invoice.attempted &&
      subscriptionOf(double, invoice)?.id === subscription.id,
  );
}

type Failure = {
  reason: 'declined' | 'authentication_required' | 'no_card';
  method: Stripe.PaymentMethod | undefined;
  counts: boolean;
};

function fail(double: Double, invoice: WireInvoice, { reason, method, counts }: Failure): void {
  const intent = intentOf(double, invoice);
  intent.payment_method = method?.id ?? null;
  if (reason === 'authentication_required') askTheBuyer(double, invoice, intent);
  else if (reason === 'declined') declineCharge(double, invoice, intent);
  if (counts) invoice.next_payment_attempt = nextRetry(double, invoice);
  double.announce('invoice.payment_failed', invoice);
  if (reason === 'authentication_required') double.announce('invoice.payment_action_required', invoice);
  const subscription = subscriptionOf(double, invoice);
  if (!subscription || subscription.status === 'incomplete' || subscription.status === 'canceled') return;
  if (counts && invoice.attempt_count > RETRY_AFTER_DAYS.length && invoice.auto_advance) {
    giveUpInvoice(double, invoice);
    endSubscription(double, subscription, 'payment_failed');
  } else if (subscription.status !== 'past_due') {
    subscription.status = 'past_due';
    double.announce('customer.subscription.updated', subscription);
  }
}

function declineCharge(double: Double, invoice: WireInvoice, intent: Stripe.PaymentIntent): void {
  const charge = chargeOf(double, intent, invoice, 'failed');
  intent.status = 'requires_payment_method';
  intent.last_payment_error = {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'generic_decline',
    message: 'Your card was declined.',
    charge: charge.id,
  };
  double.announce('charge.failed', charge);
  double.announce('payment_intent.payment_failed', intent);
}

function askTheBuyer(double: Double, invoice: WireInvoice, intent: Stripe.PaymentIntent): void {
  intent.status = 'requires_action';
  const page = invoice.hosted_invoice_url ?? null;
  intent.next_action = { type: 'redirect_to_url', redirect_to_url: { return_url: page, url: page } };
  double.announce('payment_intent.requires_action', intent);
}

/** Renewals are tried again by themselves; a first period, and an invoice of no subscription, are not. */
function nextRetry(double: Double, invoice: WireInvoice): number | null {
  const isCollected =
    invoice.auto_advance && subscriptionOf(double, invoice) && invoice.billing_reason !== 'subscription_create';
  const days = isCollected ? RETRY_AFTER_DAYS[invoice.attempt_count - 1] : undefined;
  return days === undefined ? null : seconds(double) + days * DAY;
}
