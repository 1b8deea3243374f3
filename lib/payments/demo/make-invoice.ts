import type Stripe from 'stripe';
import { type Double, seconds } from './double';
import type { TaxBehavior } from './example-tax';
import { newId } from './new-id';
import type { WireInvoice, WireInvoiceLine } from './wire';

export type LineToMake = {
  amount: number;
  /** Off this amount, by a promotion code. */
  discount?: number;
  tax?: number;
  /** Left out: on top. */
  taxBehavior?: TaxBehavior;
  currency: string;
  description: string;
  period: Stripe.InvoiceLineItem.Period;
  quantity: number;
  metadata?: Stripe.Metadata;
  pricing: { priceId: string; productId: string; unitAmount: string | null } | null;
  parent: Stripe.InvoiceLineItem.Parent;
};

export type InvoiceToMake = {
  customer: Stripe.Customer;
  subscription: { id: string; metadata: Stripe.Metadata; automatic_tax: { enabled: boolean } } | null;
  billingReason: Stripe.Invoice.BillingReason;
  currency: string;
  description: string | null;
  lines: LineToMake[];
  /** The period that has just ended; what is paid for is in the lines. */
  period: Stripe.InvoiceLineItem.Period;
  collection: Stripe.Invoice.CollectionMethod;
  /** When Stripe finalizes it by itself; null: somebody has to. */
  finalizesAt: number | null;
};

/** A draft. Its amounts are final when it is finalized; only then the customer's credit is used. */
export function makeInvoice(double: Double, facts: InvoiceToMake): WireInvoice {
  const id = newId('in');
  const lines = facts.lines.map((line) => makeLine(id, facts.subscription?.id ?? null, line));
  const subtotal = sum(facts.lines.map(({ amount }) => amount));
  const discount = sum(facts.lines.map((line) => line.discount ?? 0));
  const total = subtotal - discount + taxIn(facts.lines, 'exclusive');
  return {
    id,
    object: 'invoice',
    ...unusedFields(),
    ...amountsOf(facts.lines, { subtotal, discount, total }),
    automatic_tax: automaticTax(facts.subscription?.automatic_tax.enabled ?? false),
    auto_advance: facts.finalizesAt !== null,
    automatically_finalizes_at: facts.finalizesAt,
    billing_reason: facts.billingReason,
    collection_method: facts.collection,
    created: seconds(double),
    currency: facts.currency,
    customer: facts.customer.id,
    customer_email: facts.customer.email,
    customer_name: facts.customer.name ?? null,
    description: facts.description,
    lines: { object: 'list', data: lines, has_more: false, url: `/v1/invoices/${id}/lines` },
    parent: facts.subscription ? parentOf(facts.subscription) : null,
    period_end: facts.period.end,
    period_start: facts.period.start,
    starting_balance: facts.customer.balance,
    status: 'draft',
  };
}

function amountsOf(
  lines: LineToMake[],
  { subtotal, discount, total }: Record<'subtotal' | 'discount' | 'total', number>,
) {
  return {
    amount_due: Math.max(0, total),
    amount_remaining: Math.max(0, total),
    subtotal,
    subtotal_excluding_tax: subtotal - taxIn(lines, 'inclusive'),
    total,
    total_discount_amounts: discount > 0 ? [{ amount: discount, discount: 'di_promotion' }] : [],
    total_excluding_tax: subtotal - discount - taxIn(lines, 'inclusive'),
    total_taxes: lines.flatMap((line) => taxOf(line)),
  };
}

function makeLine(invoiceId: string, subscriptionId: string | null, line: LineToMake): WireInvoiceLine {
  return {
    id: newId('il'),
    object: 'line_item',
    amount: line.amount,
    currency: line.currency,
    description: line.description,
    discount_amounts: line.discount ? [{ amount: line.discount, discount: 'di_promotion' }] : [],
    discountable: line.amount > 0,
    discounts: [],
    invoice: invoiceId,
    livemode: false,
    metadata: line.metadata ?? {},
    parent: line.parent,
    period: line.period,
    pretax_credit_amounts: [],
    pricing: line.pricing
      ? {
          price_details: { price: line.pricing.priceId, product: line.pricing.productId },
          type: 'price_details',
          unit_amount_decimal: line.pricing.unitAmount,
        }
      : null,
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    subscription: subscriptionId,
    subtotal: line.amount,
    taxes: taxOf(line),
  };
}

function taxOf(line: LineToMake): Stripe.InvoiceLineItem.Tax[] {
  if (!line.tax) return [];
  const behavior = line.taxBehavior ?? 'exclusive';
  const amount = line.amount - (line.discount ?? 0);
  return [
    {
      amount: line.tax,
      tax_behavior: behavior,
      tax_rate_details: { tax_rate: `txr_demo_${behavior}` },
      taxability_reason: 'standard_rated',
      taxable_amount: behavior === 'inclusive' ? amount - line.tax : amount,
      type: 'tax_rate_details',
    },
  ];
}

function parentOf({ id, metadata }: { id: string; metadata: Stripe.Metadata }): Stripe.Invoice.Parent {
  return {
    quote_details: null,
    subscription_details: { metadata: { ...metadata }, subscription: id },
    type: 'subscription_details',
  };
}

function automaticTax(enabled: boolean): Stripe.Invoice.AutomaticTax {
  return enabled
    ? { disabled_reason: null, enabled, liability: { type: 'self' }, provider: 'stripe', status: 'complete' }
    : { disabled_reason: null, enabled, liability: null, provider: null, status: null };
}

function taxIn(lines: LineToMake[], behavior: TaxBehavior): number {
  return sum(lines.map((line) => ((line.taxBehavior ?? 'exclusive') === behavior ? (line.tax ?? 0) : 0)));
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function unusedFields() {
  return {
    account_country: 'US',
    account_name: 'Demo payments',
    account_tax_ids: null,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    custom_fields: null,
    customer_account: null,
    customer_address: null,
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    statement_descriptor: null,
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    test_clock: null,
    total_pretax_credit_amounts: [],
    webhooks_delivered_at: null,
  } satisfies Partial<WireInvoice>;
}
