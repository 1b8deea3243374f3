import type Stripe from 'stripe';
import { openDispute } from './dispute-charge';
import type { Double } from './double';
import { cardKind } from './make-card';
import { makeCharge, makePaymentIntent, type PaymentToMake } from './make-payment';
import { StripeRefusal } from './stripe-error';

/** A payment that is made and confirmed in one call, without a page: Stripe's CLI pays so. */
export function payAtOnce(
  double: Double,
  { method, ...facts }: PaymentToMake & { method: Stripe.PaymentMethod },
): Stripe.PaymentIntent {
  const { paymentIntents, charges } = double.state.facts;
  const kind = cardKind(method);
  const intent = makePaymentIntent(double, facts);
  paymentIntents[intent.id] = intent;
  intent.payment_method = method.id;
  double.announce('payment_intent.created', intent);
  const isPaid = kind !== 'declines' && kind !== 'authenticates';
  const charge = makeCharge(double, intent, method.billing_details.email, isPaid ? 'succeeded' : 'failed');
  charges[charge.id] = charge;
  intent.latest_charge = charge.id;
  if (!isPaid) {
    intent.status = 'requires_payment_method';
    double.announce('charge.failed', charge);
    double.announce('payment_intent.payment_failed', intent);
    throw cardRefusal();
  }
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  double.announce('charge.succeeded', charge);
  double.announce('payment_intent.succeeded', intent);
  if (kind === 'disputes' || kind === 'inquires') openDispute(double, charge.id, kind === 'inquires');
  return intent;
}

/** What Stripe answers when a card does not pay. What it did before stays done. */
export function cardRefusal(): StripeRefusal {
  return new StripeRefusal(402, {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'generic_decline',
    message: 'Your card was declined.',
  });
}
