import Stripe from 'stripe';
import { isPassing } from './passing-failure';
import { stripe } from './stripe-client';
import { priceTaxParams, productTaxParams, type TaxTerms, taxParams } from './tax-params';

export type CheckoutItem = {
  title: string;
  planName: string;
  unitAmount: number;
  quantity: number;
  /** What recurs; all that do have the same interval. The others are paid once, with the first period. */
  billingInterval?: 'month' | 'year' | null | undefined;
  planNumber?: number | null | undefined;
  /** The same for all that recur, which is the only way Stripe has. */
  trialDays?: number | null | undefined;
};

export type CheckoutToOpen = {
  checkoutId: string;
  email: string;
  currency: string;
  items: CheckoutItem[];
  /** Where the browser lands after paying; it proves nothing, the payment event does. */
  successUrl: string;
  cancelUrl: string;
  /** Left out: Stripe is told nothing about tax. */
  tax?: TaxTerms | undefined;
};

export type OpenCheckoutResult =
  | { ok: true; sessionId: string; payUrl: string }
  /** asked_otherwise: this checkout was asked for in other words before, whose page is not known here. */
  | { ok: false; reason: 'payments_unreachable' | 'asked_otherwise' };

/**
 * Opens Stripe's hosted payment page for a checkout. Calling it again for the same checkout returns the same page: the
 * checkout's id is the Idempotency-Key, and the parameters come from rows that no longer change. Only the store's own
 * address, and the store itself by an update, may change between two calls.
 */
export async function openCheckout(checkout: CheckoutToOpen): Promise<OpenCheckoutResult> {
  const idempotencyKey = `checkout-${checkout.checkoutId}`;
  try {
    const session = await stripe().checkout.sessions.create(sessionOf(checkout), { idempotencyKey });
    if (!session.url) throw new Error(`Session ${session.id} has no payment page`);
    return { ok: true, sessionId: session.id, payUrl: session.url };
  } catch (error) {
    if (isPassing(error)) return { ok: false, reason: 'payments_unreachable' };
    if (error instanceof Stripe.errors.StripeIdempotencyError) return { ok: false, reason: 'asked_otherwise' };
    throw error;
  }
}

function sessionOf(checkout: CheckoutToOpen): Stripe.Checkout.SessionCreateParams {
  const metadata = { checkout_id: checkout.checkoutId };
  return {
    ...modeOf(checkout, metadata),
    ui_mode: 'hosted_page',
    allow_promotion_codes: true,
    client_reference_id: checkout.checkoutId,
    customer_email: checkout.email,
    ...taxParams(checkout.tax, { forKnownCustomer: false }),
    success_url: checkout.successUrl,
    cancel_url: checkout.cancelUrl,
    metadata,
    line_items: checkout.items.map((item, position) => lineOf(checkout, item, position)),
  };
}

// Refund, dispute and subscription events name the payment or the subscription; the metadata leads back to our checkout.
function modeOf(
  { items }: CheckoutToOpen,
  metadata: Stripe.MetadataParam,
): Pick<Stripe.Checkout.SessionCreateParams, 'mode' | 'payment_intent_data' | 'subscription_data'> {
  const recurring = items.filter(({ billingInterval }) => billingInterval);
  if (recurring.length === 0) return { mode: 'payment', payment_intent_data: { metadata } };
  const trialDays = recurring[0]?.trialDays;
  return {
    mode: 'subscription',
    subscription_data: { metadata, ...(trialDays ? { trial_period_days: trialDays } : {}) },
  };
}

function lineOf(
  { currency, tax }: CheckoutToOpen,
  item: CheckoutItem,
  position: number,
): Stripe.Checkout.SessionCreateParams.LineItem {
  const { billingInterval: interval, planNumber } = item;
  return {
    quantity: item.quantity,
    metadata: { position: String(position), ...(interval && planNumber ? { plan_number: String(planNumber) } : {}) },
    price_data: {
      currency,
      unit_amount: item.unitAmount,
      ...priceTaxParams(tax),
      ...(interval ? { recurring: { interval } } : {}),
      product_data: { name: `${item.title}, ${item.planName}`, ...productTaxParams(tax) },
    },
  };
}
