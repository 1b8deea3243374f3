import type Stripe from 'stripe';
import { type Double, seconds } from './double';
import { newId } from './new-id';

export type CustomerToMake = {
  email: string | null;
  name: string | null;
  description: string | null;
  metadata: Stripe.Metadata;
};

export function makeCustomer(double: Double, facts: CustomerToMake): Stripe.Customer {
  const id = newId('cus');
  return {
    id,
    object: 'customer',
    address: null,
    balance: 0,
    created: seconds(double),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: facts.description,
    discount: null,
    email: facts.email,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: facts.metadata,
    name: facts.name,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
}
