import type Stripe from 'stripe';
import { type Double, seconds } from './double';
import type { WirePrice } from './wire';

/** The one rate of the demo, wherever the buyer lives. Stripe Tax knows the true ones. */
export const EXAMPLE_TAX_PERCENT = 19;

export type TaxBehavior = 'inclusive' | 'exclusive';

/** How a price is meant: without saying, the tax comes on top. */
export function behaviorOf(price: Pick<WirePrice, 'tax_behavior'> | null): TaxBehavior {
  return price?.tax_behavior === 'inclusive' ? 'inclusive' : 'exclusive';
}

/** The tax on an amount after discount, in whole minor units: on top of it, or within it. */
export function taxOn(amount: number, behavior: TaxBehavior): number {
  const share =
    behavior === 'inclusive' ? EXAMPLE_TAX_PERCENT / (100 + EXAMPLE_TAX_PERCENT) : EXAMPLE_TAX_PERCENT / 100;
  // No negative zero: a credit of nothing is nothing.
  return Math.round(amount * share) || 0;
}

export function exampleTaxRate(double: Double, behavior: TaxBehavior): Stripe.TaxRate {
  return {
    id: `txr_demo_${behavior}`,
    object: 'tax_rate',
    active: false,
    country: 'DE',
    created: seconds(double),
    description: null,
    display_name: 'VAT',
    effective_percentage: EXAMPLE_TAX_PERCENT,
    flat_amount: null,
    inclusive: behavior === 'inclusive',
    jurisdiction: 'Germany',
    jurisdiction_level: 'country',
    livemode: false,
    metadata: {},
    percentage: EXAMPLE_TAX_PERCENT,
    rate_type: 'percentage',
    state: null,
    tax_type: 'vat',
  };
}
