import type Stripe from 'stripe';

/** What Stripe is told about tax when a payment page is opened. */
export type TaxTerms = {
  rule: 'none' | 'stripe_tax' | 'managed_payments';
  /** How our prices are meant: the tax lies within them, or comes on top. */
  pricesIncludeTax: boolean;
  /** Stripe's code for what is sold; empty: the one set for the account. */
  taxCode: string;
};

type Create = Stripe.Checkout.SessionCreateParams;
type SessionPart = Pick<
  Create,
  'automatic_tax' | 'tax_id_collection' | 'customer_update' | 'billing_address_collection' | 'managed_payments'
>;

/**
 * The session's parameters. A page for a customer that Stripe knows (`forKnownCustomer`) must say that what the buyer enters
 * is kept with that customer, else Stripe refuses it. Managed Payments decides all of this itself and takes none of it.
 */
export function taxParams(
  terms: TaxTerms | undefined,
  { forKnownCustomer }: { forKnownCustomer: boolean },
): SessionPart {
  switch (terms?.rule) {
    case 'stripe_tax':
      return {
        automatic_tax: { enabled: true },
        tax_id_collection: { enabled: true },
        billing_address_collection: 'required',
        ...(forKnownCustomer ? { customer_update: { address: 'auto', name: 'auto' } } : {}),
      };
    case 'managed_payments':
      return { managed_payments: { enabled: true } };
    default:
      return {};
  }
}

/** How a price is meant: part of `price_data`. */
export function priceTaxParams(
  terms: TaxTerms | undefined,
): Pick<Stripe.Checkout.SessionCreateParams.LineItem.PriceData, 'tax_behavior'> {
  if (!terms || terms.rule === 'none') return {};
  return { tax_behavior: terms.pricesIncludeTax ? 'inclusive' : 'exclusive' };
}

/** What is sold: part of `product_data`. */
export function productTaxParams(
  terms: TaxTerms | undefined,
): Pick<Stripe.Checkout.SessionCreateParams.LineItem.PriceData.ProductData, 'tax_code'> {
  return terms && terms.rule !== 'none' && terms.taxCode !== '' ? { tax_code: terms.taxCode } : {};
}
