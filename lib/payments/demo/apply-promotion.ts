import type Stripe from 'stripe';
import type { Double } from './double';
import { seconds } from './double';
import { priceSession } from './price-session';
import type { StoredSession } from './state';

/**
 * Enters a promotion code on an open session; upper and lower case do not matter, as at Stripe. One refusal for every
 * bad code, so that guessing teaches nothing.
 */
export function applyPromotion(
  double: Double,
  stored: StoredSession,
  code: string,
): { ok: true } | { ok: false; reason: 'code_invalid' } {
  const found = Object.values(double.state.facts.promotionCodes).find(
    (promotion) => promotion.code.toLowerCase() === code.trim().toLowerCase(),
  );
  const coupon = found && couponOf(double, found);
  const isOffered = stored.session.allow_promotion_codes && found && reachesMinimum(stored, found);
  const usable = isOffered && coupon && isUsable(double, found, coupon);
  if (!usable || (coupon.currency && coupon.currency !== stored.session.currency)) {
    return { ok: false, reason: 'code_invalid' };
  }
  stored.promotionCodeId = found.id;
  priceSession(stored, coupon);
  stored.session.discounts = [{ coupon: null, promotion_code: found.id }];
  return { ok: true };
}

export function removePromotion(stored: StoredSession): void {
  stored.promotionCodeId = null;
  priceSession(stored);
  stored.session.discounts = [];
}

/** Some codes need a purchase of a size, in a currency. */
function reachesMinimum({ session }: StoredSession, { restrictions }: Stripe.PromotionCode): boolean {
  const { minimum_amount: least, minimum_amount_currency: currency } = restrictions;
  return least === null || (currency === session.currency && (session.amount_subtotal ?? 0) >= least);
}

/** Takes one use of the session's code, if it has one. False when the last use went to somebody else. */
export function redeemPromotion(double: Double, stored: StoredSession): boolean {
  const promotion = double.state.facts.promotionCodes[stored.promotionCodeId ?? ''];
  const coupon = promotion && couponOf(double, promotion);
  if (!promotion || !coupon) return true;
  if (!isUsable(double, promotion, coupon)) {
    removePromotion(stored);
    return false;
  }
  promotion.times_redeemed += 1;
  coupon.times_redeemed += 1;
  return true;
}

function couponOf(double: Double, { promotion }: Stripe.PromotionCode): Stripe.Coupon | undefined {
  return double.state.facts.coupons[typeof promotion.coupon === 'string' ? promotion.coupon : ''];
}

function isUsable(double: Double, promotion: Stripe.PromotionCode, coupon: Stripe.Coupon): boolean {
  const isLeft = (used: number, most: number | null) => most === null || used < most;
  return (
    promotion.active &&
    coupon.valid &&
    (promotion.expires_at === null || promotion.expires_at > seconds(double)) &&
    isLeft(promotion.times_redeemed, promotion.max_redemptions) &&
    isLeft(coupon.times_redeemed, coupon.max_redemptions)
  );
}
