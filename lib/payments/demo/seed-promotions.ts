import type { Double } from './double';
import { makeCoupon, makePromotionCode } from './make-catalog';
import { newId } from './new-id';

/** The code that the demo's payment page suggests. */
export const DEMO_PROMOTION_CODE = 'DEMO10';

const PERCENT_OFF = 10;

/** A promotion code to try on a fresh demo store. Changes nothing once it exists. */
export function seedPromotions(double: Double): void {
  const { coupons, promotionCodes } = double.state.facts;
  if (Object.values(promotionCodes).some((promotion) => promotion.code === DEMO_PROMOTION_CODE)) return;
  const name = `${PERCENT_OFF} % off for trying the demo`;
  const coupon = makeCoupon(double, {
    percentOff: PERCENT_OFF,
    amountOff: null,
    currency: null,
    name,
    maxRedemptions: null,
  });
  const promotion = makePromotionCode(double, {
    couponId: coupon.id,
    code: DEMO_PROMOTION_CODE,
    maxRedemptions: null,
    expiresAt: null,
  });
  coupons[coupon.id] = coupon;
  promotionCodes[promotion.id] = promotion;
}

export function newPromotionCode(): string {
  return newId('x').slice(2, 10).toUpperCase();
}
