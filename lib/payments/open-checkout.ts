import type Stripe from 'stripe';
import { isPassing } from './passing-failure';
import { stripe } from './stripe-client';
import { priceTaxParams, productTaxParams, type TaxTerms, taxParams } from './tax-params';

export type CheckoutToOpen = {
  checkoutId: string;
  email: string;
  currency: string;
  items: { title: string; planName: string; unitAmount: number; quantity: number }[];
  /** Where the browser lands after paying; it proves nothing, the payment event does. */
  successUrl: string;
  cancelUrl: string;
  /** Left out: Stripe is told nothing about tax. */
  tax?: TaxTerms | undefined;
};

export type OpenCheckoutResult =
  | { ok: true; sessionId: string; payUrl: string }
  | { ok: false; reason: 'payments_unreachable' };

/**
 * Opens Stripe's hosted payment page for a checkout. Calling it again for the same checkout returns the same page: the
 * checkout's id is the Idempotency-Key, and every parameter comes from rows that no longer change.
 */
export async function openCheckout(checkout: CheckoutToOpen): Promise<OpenCheckoutResult> {
  const idempotencyKey = `checkout-${checkout.checkoutId}`;
  try {
    const session = await stripe().checkout.sessions.create(sessionOf(checkout), { idempotencyKey });
    if (!session.url) throw new Error(`Session ${session.id} has no payment page`);
    return { ok: true, sessionId: session.id, payUrl: session.url };
  } catch (error) {
    if (isPassing(error)) return { ok: false, reason: 'payments_unreachable' };
    throw error;
  }
}

function sessionOf(checkout: CheckoutToOpen): Stripe.Checkout.SessionCreateParams {
  const metadata = { checkout_id: checkout.checkoutId };
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    allow_promotion_codes: true,
    client_reference_id: checkout.checkoutId,
    customer_email: checkout.email,
    ...taxParams(checkout.tax, { forKnownCustomer: false }),
    success_url: checkout.successUrl,
    cancel_url: checkout.cancelUrl,
    metadata,
    // Refund and dispute events name the payment, not the session; this leads back to our checkout.
    payment_intent_data: { metadata },
    line_items: checkout.items.map((item, position) => ({
      quantity: item.quantity,
      metadata: { position: String(position) },
      price_data: {
        currency: checkout.currency,
        unit_amount: item.unitAmount,
        ...priceTaxParams(checkout.tax),
        product_data: { name: `${item.title}, ${item.planName}`, ...productTaxParams(checkout.tax) },
      },
    })),
  };
}
