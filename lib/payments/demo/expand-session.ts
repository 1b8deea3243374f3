import type Stripe from 'stripe';
import { type Double, seconds } from './double';
import { behaviorOf, exampleTaxRate, type TaxBehavior } from './example-tax';
import type { StoredSession } from './state';
import { invalid } from './stripe-error';

const EXPANSIONS = [
  'payment_intent',
  'payment_intent.latest_charge',
  'total_details.breakdown',
  'discounts.promotion_code',
  'discounts.coupon',
];

/** The session with the expansions that the store asks for; any other is refused, so that a typing error is noticed. */
export function expandSession(double: Double, stored: StoredSession, wanted: string[]): object {
  const unknown = wanted.find((name) => !EXPANSIONS.includes(name));
  if (unknown) throw invalid(`This property cannot be expanded (${unknown}).`, 'expand');
  const { session } = stored;
  return {
    ...session,
    ...(wanted.some((name) => name.startsWith('payment_intent'))
      ? { payment_intent: intentOf(double, stored, wanted) }
      : {}),
    ...(wanted.includes('total_details.breakdown') ? { total_details: withBreakdown(double, stored) } : {}),
    ...(wanted.some((name) => name.startsWith('discounts')) ? { discounts: discountsOf(double, stored, wanted) } : {}),
  };
}

function intentOf(double: Double, { session }: StoredSession, wanted: string[]) {
  const { paymentIntents, charges } = double.state.facts;
  const intent = typeof session.payment_intent === 'string' ? paymentIntents[session.payment_intent] : undefined;
  if (!intent) return session.payment_intent;
  const charge = typeof intent.latest_charge === 'string' ? charges[intent.latest_charge] : undefined;
  return charge && wanted.includes('payment_intent.latest_charge') ? { ...intent, latest_charge: charge } : intent;
}

function discountsOf(double: Double, { session }: StoredSession, wanted: string[]): Stripe.Checkout.Session.Discount[] {
  const { coupons, promotionCodes } = double.state.facts;
  return (session.discounts ?? []).map(({ coupon, promotion_code }) => ({
    coupon: wanted.includes('discounts.coupon') ? (coupons[String(coupon)] ?? null) : coupon,
    promotion_code: wanted.includes('discounts.promotion_code')
      ? (promotionCodes[String(promotion_code)] ?? null)
      : promotion_code,
  }));
}

function withBreakdown(double: Double, stored: StoredSession): Stripe.Checkout.Session.TotalDetails | null {
  const { total_details: details } = stored.session;
  if (!details) return null;
  const taxes = stored.session.automatic_tax.enabled
    ? (['exclusive', 'inclusive'] as const).flatMap((behavior) => taxOfRate(double, stored, behavior))
    : [];
  return { ...details, breakdown: { discounts: breakdownDiscounts(double, stored), taxes } };
}

function taxOfRate(
  double: Double,
  { lines }: StoredSession,
  behavior: TaxBehavior,
): Stripe.Checkout.Session.TotalDetails.Breakdown.Tax[] {
  const own = lines.filter((line) => behaviorOf(line.price) === behavior);
  if (own.length === 0) return [];
  const amount = own.reduce((sum, line) => sum + line.amount_tax, 0);
  const net = own.reduce((sum, line) => sum + line.amount_total - line.amount_tax, 0);
  return [{ amount, rate: exampleTaxRate(double, behavior), taxability_reason: 'standard_rated', taxable_amount: net }];
}

function breakdownDiscounts(
  double: Double,
  { session, promotionCodeId }: StoredSession,
): Stripe.Checkout.Session.TotalDetails.Breakdown.Discount[] {
  const promotion = double.state.facts.promotionCodes[promotionCodeId ?? ''];
  if (!promotion) return [];
  const discount: Stripe.Discount = {
    id: `di_${promotion.id}`,
    object: 'discount',
    checkout_session: session.id,
    customer: null,
    customer_account: null,
    end: null,
    invoice: null,
    invoice_item: null,
    promotion_code: promotion.id,
    source: { coupon: promotion.promotion.coupon ?? null, type: 'coupon' },
    start: seconds(double),
    subscription: null,
    subscription_item: null,
  };
  return [{ amount: session.total_details?.amount_discount ?? 0, discount }];
}
