import type Stripe from 'stripe';
import { redeemPromotion } from './apply-promotion';
import { completeSession } from './complete-session';
import type { Double } from './double';
import { type CardKind, makeCardPaymentMethod } from './make-card';
import { makeCharge, makePaymentIntent } from './make-payment';
import type { StoredSession } from './state';
import { subscribeSession } from './subscribe-session';

/** `not_open`: paid, expired or on its way already. `promotion_gone`: the code was used up meanwhile and has been removed. */
export type SettleResult = { ok: true } | { ok: false; reason: 'not_open' | 'promotion_gone' };

/**
 * The card is charged and the session completed, in the order Stripe announces it. `later`: how the card behaves when a
 * subscription renews.
 */
export function paySession(double: Double, stored: StoredSession, later: CardKind = 'works'): SettleResult {
  const refusal = refuseUnlessPayable(double, stored);
  if (refusal) return refusal;
  const { session } = stored;
  if (session.mode === 'subscription') {
    subscribeSession(double, stored, later);
    return { ok: true };
  }
  if (session.amount_total === 0) {
    completeSession(double, stored, 'no_payment_required');
    return { ok: true };
  }
  const intent = intentOf(double, stored);
  succeed(double, stored, intent);
  completeSession(double, stored, 'paid');
  return { ok: true };
}

/** The card is refused; the buyer may try again on the same page. */
export function declineSession(double: Double, stored: StoredSession): SettleResult {
  if (stored.session.status !== 'open') return { ok: false, reason: 'not_open' };
  // A session that subscribes has no payment of its own: nothing of it is left at Stripe either.
  if (stored.subscription) return { ok: true };
  fail(double, stored, intentOf(double, stored), 'card_declined', 'Your card was declined.');
  return { ok: true };
}

/** The bank wants to hear from the buyer first. */
export function askForAuthentication(double: Double, stored: StoredSession): SettleResult {
  if (stored.session.status !== 'open' || stored.subscription) return { ok: false, reason: 'not_open' };
  const intent = intentOf(double, stored);
  intent.status = 'requires_action';
  intent.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: { return_url: stored.session.success_url, url: stored.session.url },
  };
  double.announce('payment_intent.requires_action', intent);
  return { ok: true };
}

/** The buyer did not confirm with the bank. */
export function failAuthentication(double: Double, stored: StoredSession): SettleResult {
  if (stored.session.status !== 'open') return { ok: false, reason: 'not_open' };
  const why = 'The payment was not confirmed with the bank.';
  fail(double, stored, intentOf(double, stored), 'payment_intent_authentication_failure', why);
  return { ok: true };
}

/** A bank debit: the session is complete at once, the money comes or fails days later. */
export function payLater(double: Double, stored: StoredSession): SettleResult {
  if (stored.subscription) return { ok: false, reason: 'not_open' };
  const refusal = refuseUnlessPayable(double, stored);
  if (refusal) return refusal;
  const intent = intentOf(double, stored);
  intent.payment_method_types = ['sepa_debit'];
  intent.status = 'processing';
  intent.next_action = null;
  charge(double, stored, intent, 'pending');
  double.announce('payment_intent.processing', intent);
  completeSession(double, stored, 'unpaid');
  return { ok: true };
}

/** The end of a payment on its way. */
export function settleLater(double: Double, stored: StoredSession, outcome: 'succeed' | 'fail'): SettleResult {
  const intent = findIntent(double, stored);
  if (intent?.status !== 'processing') return { ok: false, reason: 'not_open' };
  if (outcome === 'succeed') {
    succeed(double, stored, intent);
    stored.session.payment_status = 'paid';
    double.announce('checkout.session.async_payment_succeeded', stored.session);
  } else {
    fail(double, stored, intent, 'payment_intent_payment_attempt_failed', 'The bank did not pay.');
    double.announce('checkout.session.async_payment_failed', stored.session);
  }
  return { ok: true };
}

/** Closes a session that nobody paid. */
export function expireSession(double: Double, stored: StoredSession): SettleResult {
  if (stored.session.status !== 'open') return { ok: false, reason: 'not_open' };
  stored.session.status = 'expired';
  stored.session.url = null;
  double.announce('checkout.session.expired', stored.session);
  return { ok: true };
}

export function findIntent(double: Double, { session }: StoredSession): Stripe.PaymentIntent | undefined {
  const id = session.payment_intent;
  return typeof id === 'string' ? double.state.facts.paymentIntents[id] : undefined;
}

function refuseUnlessPayable(double: Double, stored: StoredSession): SettleResult | undefined {
  if (stored.session.status !== 'open') return { ok: false, reason: 'not_open' };
  return redeemPromotion(double, stored) ? undefined : { ok: false, reason: 'promotion_gone' };
}

function intentOf(double: Double, stored: StoredSession): Stripe.PaymentIntent {
  let intent = findIntent(double, stored);
  if (!intent) {
    intent = makePaymentIntent(double, {
      amount: stored.session.amount_total ?? 0,
      currency: stored.session.currency ?? 'usd',
      customerId: typeof stored.session.customer === 'string' ? stored.session.customer : null,
      description: null,
      metadata: stored.paymentMetadata,
    });
    double.state.facts.paymentIntents[intent.id] = intent;
    stored.session.payment_intent = intent.id;
    double.announce('payment_intent.created', intent);
  }
  // A code entered after a declined try changes what the next one has to bring.
  intent.amount = stored.session.amount_total ?? 0;
  return intent;
}

function charge(
  double: Double,
  stored: StoredSession,
  intent: Stripe.PaymentIntent,
  status: 'succeeded' | 'pending' | 'failed',
): Stripe.Charge {
  const email = stored.session.customer_details?.email ?? null;
  const method = makeCardPaymentMethod(double, { email });
  double.state.facts.paymentMethods[method.id] = method;
  intent.payment_method = method.id;
  const made = makeCharge(double, intent, email, status);
  double.state.facts.charges[made.id] = made;
  intent.latest_charge = made.id;
  if (status === 'pending') double.announce('charge.pending', made);
  return made;
}

function succeed(double: Double, stored: StoredSession, intent: Stripe.PaymentIntent): void {
  const pending =
    typeof intent.latest_charge === 'string' ? double.state.facts.charges[intent.latest_charge] : undefined;
  const settled = pending?.status === 'pending' ? pending : charge(double, stored, intent, 'succeeded');
  Object.assign(settled, {
    status: 'succeeded',
    paid: true,
    amount_captured: settled.amount,
    receipt_url: `${double.publicUrl}/demo-payments/${stored.session.id}`,
  } satisfies Partial<Stripe.Charge>);
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  intent.last_payment_error = null;
  intent.next_action = null;
  double.announce('charge.succeeded', settled);
  double.announce('payment_intent.succeeded', intent);
}

function fail(
  double: Double,
  stored: StoredSession,
  intent: Stripe.PaymentIntent,
  code: Stripe.PaymentIntent.LastPaymentError.Code,
  message: string,
): void {
  const pending =
    typeof intent.latest_charge === 'string' ? double.state.facts.charges[intent.latest_charge] : undefined;
  const failed = pending?.status === 'pending' ? pending : charge(double, stored, intent, 'failed');
  Object.assign(failed, { status: 'failed', paid: false, failure_message: message } satisfies Partial<Stripe.Charge>);
  intent.status = 'requires_payment_method';
  intent.next_action = null;
  intent.last_payment_error = { type: 'card_error', code, message, charge: failed.id };
  intent.payment_method = null;
  double.announce('charge.failed', failed);
  double.announce('payment_intent.payment_failed', intent);
}
