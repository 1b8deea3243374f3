import type Stripe from 'stripe';
import { type Double, seconds } from './double';
import { newId } from './new-id';
import type { WirePrice } from './wire';

export function makeProduct(double: Double, name: string, description: string | null): Stripe.Product {
  const created = seconds(double);
  return {
    id: newId('prod'),
    object: 'product',
    active: true,
    created,
    default_price: null,
    description,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: created,
    url: null,
  };
}

export type PriceToMake = {
  productId: string;
  unitAmount: number;
  currency: string;
  /** Left out: paid once. */
  recurring?: { interval: Stripe.Price.Recurring.Interval; interval_count: number } | undefined;
};

export function makePrice(double: Double, { productId, unitAmount, currency, recurring }: PriceToMake): WirePrice {
  return {
    id: newId('price'),
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: seconds(double),
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: productId,
    recurring: recurring ? { ...recurring, meter: null, trial_period_days: null, usage_type: 'licensed' } : null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: recurring ? 'recurring' : 'one_time',
    unit_amount: unitAmount,
    unit_amount_decimal: String(unitAmount),
  };
}

export type CouponToMake = {
  percentOff: number | null;
  amountOff: number | null;
  currency: string | null;
  name: string | null;
  maxRedemptions: number | null;
};

export function makeCoupon(double: Double, facts: CouponToMake): Stripe.Coupon {
  return {
    id: newId('coup').slice(5, 13),
    object: 'coupon',
    amount_off: facts.amountOff,
    created: seconds(double),
    currency: facts.currency,
    duration: 'once',
    duration_in_months: null,
    livemode: false,
    max_redemptions: facts.maxRedemptions,
    metadata: {},
    name: facts.name,
    percent_off: facts.percentOff,
    redeem_by: null,
    times_redeemed: 0,
    valid: true,
  };
}

export function makePromotionCode(
  double: Double,
  facts: {
    couponId: string;
    code: string;
    maxRedemptions: number | null;
    expiresAt: number | null;
    minimum?: { amount: number; currency: string } | undefined;
  },
): Stripe.PromotionCode {
  return {
    id: newId('promo'),
    object: 'promotion_code',
    active: true,
    code: facts.code,
    created: seconds(double),
    customer: null,
    customer_account: null,
    expires_at: facts.expiresAt,
    livemode: false,
    max_redemptions: facts.maxRedemptions,
    metadata: {},
    promotion: { coupon: facts.couponId, type: 'coupon' },
    restrictions: {
      first_time_transaction: false,
      minimum_amount: facts.minimum?.amount ?? null,
      minimum_amount_currency: facts.minimum?.currency ?? null,
    },
    times_redeemed: 0,
  };
}
