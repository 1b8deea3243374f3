import type Stripe from 'stripe';
import { z } from 'zod';
import { found, newestFirst } from './find';
import { makeCardPaymentMethod, namedCard } from './make-card';
import { makeCoupon, makePrice, makeProduct, makePromotionCode } from './make-catalog';
import { integer, paramsOf, readParams, recurring } from './read-params';
import { listOf, type Route, route } from './route-table';
import { newPromotionCode } from './seed-promotions';

const product = paramsOf<Stripe.ProductCreateParams>()({ name: z.string(), description: z.string().optional() });
const price = paramsOf<Stripe.PriceCreateParams>()({
  product: z.string(),
  unit_amount: integer,
  currency: z.string().regex(/^[a-z]{3}$/),
  nickname: z.string().optional(),
  recurring: recurring.optional(),
});
const coupon = paramsOf<Stripe.CouponCreateParams>()({
  amount_off: integer.optional(),
  currency: z.string().optional(),
  duration: z.literal('once').default('once'),
  max_redemptions: integer.optional(),
  name: z.string().optional(),
  percent_off: z.coerce.number().positive().max(100).optional(),
});
const promotionCode = paramsOf<Stripe.PromotionCodeCreateParams>()({
  promotion: paramsOf<Stripe.PromotionCodeCreateParams.Promotion>()({ coupon: z.string(), type: z.literal('coupon') }),
  code: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,50}$/)
    .optional(),
  expires_at: integer.optional(),
  max_redemptions: integer.optional(),
  restrictions: paramsOf<Stripe.PromotionCodeCreateParams.Restrictions>()({
    minimum_amount: integer,
    minimum_amount_currency: z.string().regex(/^[a-z]{3}$/),
  }).optional(),
});
const promotionCodes = paramsOf<Stripe.PromotionCodeListParams>()({
  code: z.string().optional(),
  limit: integer.optional(),
  starting_after: z.string().optional(),
});
const billingAddress = z.strictObject({
  city: z.string().default(''),
  country: z.string().default(''),
  line1: z.string().default(''),
  line2: z.string().nullable().default(null),
  postal_code: z.string().default(''),
  state: z.string().default(''),
});
const paymentMethod = paramsOf<Stripe.PaymentMethodCreateParams>()({
  type: z.literal('card'),
  card: paramsOf<Stripe.PaymentMethodCreateParams.Card>()({ token: z.string() }),
  billing_details: paramsOf<Stripe.PaymentMethodCreateParams.BillingDetails>()({
    address: billingAddress.optional(),
    email: z.email().optional(),
    name: z.string().optional(),
  }).optional(),
});

/** What the store itself never calls, but its owner's tools do: Stripe's CLI, and whoever sets up promotion codes. */
export const catalogRoutes: Route[] = [
  route('POST', 'products', ({ double, params }) => {
    const wanted = readParams(product, params);
    const made = makeProduct(double, wanted.name, wanted.description ?? null);
    double.state.facts.products[made.id] = made;
    return made;
  }),
  route('POST', 'prices', ({ double, params }) => {
    const wanted = readParams(price, params);
    found(double.state.facts.products, 'product', wanted.product);
    const made = makePrice(double, {
      productId: wanted.product,
      unitAmount: wanted.unit_amount,
      currency: wanted.currency,
      recurring: wanted.recurring,
    });
    made.nickname = wanted.nickname ?? null;
    double.state.facts.prices[made.id] = made;
    return made;
  }),
  route('POST', 'coupons', ({ double, params }) => {
    const wanted = readParams(coupon, params);
    const made = makeCoupon(double, {
      percentOff: wanted.percent_off ?? null,
      amountOff: wanted.amount_off ?? null,
      currency: wanted.currency ?? null,
      name: wanted.name ?? null,
      maxRedemptions: wanted.max_redemptions ?? null,
    });
    double.state.facts.coupons[made.id] = made;
    return made;
  }),
  route('POST', 'promotion_codes', ({ double, params }) => {
    const wanted = readParams(promotionCode, params);
    found(double.state.facts.coupons, 'coupon', wanted.promotion.coupon);
    const made = makePromotionCode(double, {
      couponId: wanted.promotion.coupon,
      code: wanted.code ?? newPromotionCode(),
      maxRedemptions: wanted.max_redemptions ?? null,
      minimum: wanted.restrictions && {
        amount: wanted.restrictions.minimum_amount,
        currency: wanted.restrictions.minimum_amount_currency,
      },
      expiresAt: wanted.expires_at ?? null,
    });
    double.state.facts.promotionCodes[made.id] = made;
    return made;
  }),
  route('GET', 'promotion_codes', ({ double, params }) => {
    const wanted = readParams(promotionCodes, params);
    const all = Object.values(double.state.facts.promotionCodes).filter(
      (promotion) => !wanted.code || promotion.code.toLowerCase() === wanted.code.toLowerCase(),
    );
    return listOf('/v1/promotion_codes', newestFirst(all), wanted);
  }),
  route('POST', 'payment_methods', ({ double, params }) => {
    const wanted = readParams(paymentMethod, params);
    const billing = {
      address: wanted.billing_details?.address ?? null,
      email: wanted.billing_details?.email ?? null,
      name: wanted.billing_details?.name ?? null,
    };
    const made = makeCardPaymentMethod(double, billing, namedCard(wanted.card.token.replace(/^tok_/, '')));
    double.state.facts.paymentMethods[made.id] = made;
    return made;
  }),
];
