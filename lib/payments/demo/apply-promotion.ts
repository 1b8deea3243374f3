import type Stripe from 'stripe';
import type { Double } from './double';
import { seconds } from './double';
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
  const usable = found && coupon && stored.session.allow_promotion_codes && isUsable(double, found, coupon);
  if (!usable || (coupon.currency && coupon.currency !== stored.session.currency)) {
    return { ok: false, reason: 'code_invalid' };
  }
  stored.promotionCodeId = found.id;
  reprice(stored, coupon);
  stored.session.discounts = [{ coupon: null, promotion_code: found.id }];
  return { ok: true };
}

export function removePromotion(stored: StoredSession): void {
  stored.promotionCodeId = null;
  reprice(stored, undefined);
  stored.session.discounts = [];
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

function reprice({ session, lines }: StoredSession, coupon: Stripe.Coupon | undefined): void {
  const subtotal = lines.reduce((sum, line) => sum + line.amount_subtotal, 0);
  const wanted = coupon?.percent_off ? Math.round((subtotal * coupon.percent_off) / 100) : (coupon?.amount_off ?? 0);
  const discount = Math.min(subtotal, wanted);
  // Each line takes its share; what rounding leaves over goes to the last one, so the lines add up to the total.
  let left = discount;
  for (const [index, line] of lines.entries()) {
    const share =
      index === lines.length - 1 ? left : subtotal === 0 ? 0 : Math.floor((discount * line.amount_subtotal) / subtotal);
    line.amount_discount = share;
    line.amount_total = line.amount_subtotal - share;
    left -= share;
  }
  session.amount_subtotal = subtotal;
  session.amount_total = subtotal - discount;
  session.total_details = { amount_discount: discount, amount_shipping: 0, amount_tax: 0 };
}
