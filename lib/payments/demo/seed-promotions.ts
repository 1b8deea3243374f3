import { type Double, seconds } from './double';
import { makeCoupon, makePromotionCode } from './make-catalog';
import { newId } from './new-id';

/** The code that the demo's payment page suggests. */
export const DEMO_PROMOTION_CODE = 'DEMO10';

type Seed = { code: string; percentOff: number; name: string; more?: (double: Double) => Partial<MadeWith> };
type MadeWith = Omit<Parameters<typeof makePromotionCode>[1], 'couponId' | 'code'>;

/** One code that works, and one for each reason why a code does not. */
const SEEDS: readonly Seed[] = [
  { code: DEMO_PROMOTION_CODE, percentOff: 10, name: '10 % off for trying the demo' },
  {
    code: 'DEMOBIG',
    percentOff: 20,
    name: '20 % off from 100.00 USD on',
    more: () => ({ minimum: { amount: 10_000, currency: 'usd' } }),
  },
  { code: 'DEMOUSEDUP', percentOff: 50, name: '50 % off, used up', more: () => ({ maxRedemptions: 1 }) },
  {
    code: 'DEMOEXPIRED',
    percentOff: 50,
    name: '50 % off, expired',
    more: (double) => ({ expiresAt: seconds(double) - 1 }),
  },
];

/** Promotion codes to try on a fresh demo store. Changes nothing once they exist. */
export function seedPromotions(double: Double): void {
  const { coupons, promotionCodes } = double.state.facts;
  for (const { code, percentOff, name, more } of SEEDS) {
    if (Object.values(promotionCodes).some((promotion) => promotion.code === code)) continue;
    const rest = { maxRedemptions: null };
    const coupon = makeCoupon(double, { percentOff, amountOff: null, currency: null, name, ...rest });
    const facts = { ...rest, expiresAt: null, ...more?.(double) };
    const promotion = makePromotionCode(double, { couponId: coupon.id, code, ...facts });
    // Whoever took the last use was before us.
    promotion.times_redeemed = facts.maxRedemptions ?? 0;
    coupons[coupon.id] = coupon;
    promotionCodes[promotion.id] = promotion;
  }
}

export function newPromotionCode(): string {
  return newId('x').slice(2, 10).toUpperCase();
}
