import type Stripe from 'stripe';
import { type Double, seconds } from './double';
import { newId, newSessionId } from './new-id';
import { priceSession } from './price-session';
import { sessionTaxFields, type WantedTax } from './session-tax';
import type { WireLineItem, WirePrice, WireSession } from './wire';

const OPEN_FOR_SECONDS = 24 * 3600;

export type SessionToMake = {
  lines: WireLineItem[];
  currency: string;
  allowPromotionCodes: boolean | null;
  successUrl: string | null;
  cancelUrl: string | null;
  customerEmail: string | null;
  mode: 'payment' | 'subscription';
  customerId: string | null;
  clientReferenceId: string | null;
  expiresAt: number | null;
  metadata: Stripe.Metadata;
  tax: WantedTax;
};

/** A fresh, open session. The payment comes into being when somebody pays, as at Stripe. */
export function makeSession(double: Double, facts: SessionToMake): WireSession {
  const id = newSessionId();
  const created = seconds(double);
  const session: WireSession = {
    id,
    object: 'checkout.session',
    ...unusedFields(),
    ...sessionTaxFields(facts.tax),
    allow_promotion_codes: facts.allowPromotionCodes,
    amount_subtotal: 0,
    amount_total: 0,
    cancel_url: facts.cancelUrl,
    client_reference_id: facts.clientReferenceId,
    created,
    currency: facts.currency,
    customer: facts.customerId,
    customer_details: facts.customerEmail ? customerDetails(facts.customerEmail) : null,
    customer_email: facts.customerEmail,
    discounts: [],
    expires_at: facts.expiresAt ?? created + OPEN_FOR_SECONDS,
    metadata: facts.metadata,
    mode: facts.mode,
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    success_url: facts.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${double.publicUrl}/demo-payments/${id}`,
  };
  priceSession({ session, lines: facts.lines });
  return session;
}

export function customerDetails(email: string): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

export function makeLine(price: WirePrice, quantity: number, metadata: Stripe.Metadata, name: string): WireLineItem {
  const amount = (price.unit_amount ?? 0) * quantity;
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: name,
    metadata,
    price,
    quantity,
  };
}

function unusedFields() {
  return {
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allowed_payment_method_types: null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer_account: null,
    customer_creation: 'if_required',
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: null,
    origin_context: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    submit_type: null,
    subscription: null,
    wallet_options: null,
  } satisfies Partial<WireSession>;
}
