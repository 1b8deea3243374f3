import type Stripe from 'stripe';
import { type Double, seconds } from './double';
import { found } from './find';
import { newId } from './new-id';

/** How a saved card behaves when it is charged. `authenticates`: only while its owner is there to confirm. */
export type CardKind = 'works' | 'declines' | 'authenticates' | 'disputes' | 'inquires';

// The numbers of Stripe's own test cards, so that a card tells what it does.
const LAST_DIGITS: Record<CardKind, string> = {
  works: '4242',
  declines: '0341',
  authenticates: '3184',
  disputes: '0259',
  inquires: '1976',
};

/** Stripe's names for ready-made test cards, as `pm_card_…` and `tok_…`. */
const NAMED: Record<string, CardKind> = {
  visa: 'works',
  chargeCustomerFail: 'declines',
  authenticationRequired: 'authenticates',
  createDispute: 'disputes',
  createDisputeInquiry: 'inquires',
};

export function makeCardPaymentMethod(
  double: Double,
  billing: Partial<Stripe.PaymentMethod.BillingDetails>,
  kind: CardKind = 'works',
): Stripe.PaymentMethod {
  return {
    id: newId('pm'),
    object: 'payment_method',
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null, ...billing },
    card: {
      brand: 'visa',
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'unchecked' },
      country: 'US',
      display_brand: 'visa',
      exp_month: 12,
      exp_year: double.now().getUTCFullYear() + 3,
      funding: 'credit',
      generated_from: null,
      last4: LAST_DIGITS[kind],
      networks: { available: ['visa'], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: seconds(double),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
}

const kinds: CardKind[] = ['works', 'declines', 'authenticates', 'disputes', 'inquires'];

export function cardKind(method: Stripe.PaymentMethod | undefined): CardKind | undefined {
  const digits = method?.card?.last4;
  return kinds.find((kind) => LAST_DIGITS[kind] === digits);
}

/** What a name of Stripe's test cards, without `pm_card_` or `tok_`, stands for. */
export function namedCard(name: string): CardKind | undefined {
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}

/** The payment method; one of Stripe's names makes a fresh one, as at Stripe. */
export function findPaymentMethod(double: Double, id: string): Stripe.PaymentMethod {
  const kind = id.startsWith('pm_card_') ? namedCard(id.slice('pm_card_'.length)) : undefined;
  return kind ? saveCard(double, kind, {}) : found(double.state.facts.paymentMethods, 'payment_method', id);
}

export function saveCard(
  double: Double,
  kind: CardKind,
  billing: Partial<Stripe.PaymentMethod.BillingDetails>,
): Stripe.PaymentMethod {
  const method = makeCardPaymentMethod(double, billing, kind);
  double.state.facts.paymentMethods[method.id] = method;
  return method;
}
