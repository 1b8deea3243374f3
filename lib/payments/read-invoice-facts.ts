import type Stripe from 'stripe';
import type { InvoiceFacts, TaxLine } from './invoice-facts';

type Session = Stripe.Checkout.Session;

/** What a session has to be read with for this. */
export const INVOICE_EXPANSIONS = ['total_details.breakdown', 'discounts.promotion_code', 'discounts.coupon'];

/** The invoice's part of a session that was read with INVOICE_EXPANSIONS. */
export function invoiceFactsOf(session: Session): InvoiceFacts {
  const taxes = session.total_details?.breakdown?.taxes ?? [];
  return {
    discountCode: discountCodeOf(session),
    taxes: taxes.map(taxLineOf),
    taxIsIncluded: taxes.length > 0 && taxes.every(({ rate }) => rate.inclusive),
    buyer: buyerOf(session.customer_details),
  };
}

function discountCodeOf({ discounts }: Session): string | null {
  const [discount] = discounts ?? [];
  const code = typeof discount?.promotion_code === 'object' ? discount.promotion_code?.code : undefined;
  const coupon = typeof discount?.coupon === 'object' ? discount.coupon?.name : undefined;
  return code ?? coupon ?? null;
}

function taxLineOf({ amount, rate, taxability_reason, taxable_amount }: BreakdownTax): TaxLine {
  return {
    name: rate.display_name,
    percentage: String(rate.effective_percentage ?? rate.percentage),
    country: rate.country,
    amount,
    taxableAmount: taxable_amount,
    why: taxability_reason,
  };
}

type BreakdownTax = Stripe.Checkout.Session.TotalDetails.Breakdown.Tax;

function buyerOf(details: Session['customer_details']): InvoiceFacts['buyer'] {
  return {
    name: details?.individual_name ?? details?.name ?? null,
    company: details?.business_name ?? null,
    vatId: details?.tax_ids?.find(({ value }) => value)?.value ?? null,
    address: addressLines(details?.address ?? null),
  };
}

function addressLines(address: Stripe.Address | null): string | null {
  if (!address) return null;
  const { line1, line2, postal_code, city, state, country } = address;
  const place = [postal_code, city].filter(Boolean).join(' ');
  const lines = [line1, line2, place, state, country ? countryName(country) : null];
  return lines.filter(Boolean).join('\n') || null;
}

/** The country's English name; a code nobody knows stays what it is. */
function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code) : code;
}
