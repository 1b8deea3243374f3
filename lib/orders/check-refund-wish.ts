import type { RefundPart } from '../payments/checkout-payment';
import type { RefundReason } from '../payments/refund-payment';

/** What an admin wants to give back. */
export type RefundWish = { parts: RefundPart[]; reason: RefundReason };

export type RefundWishRefusal =
  | 'nothing_chosen'
  /** More units than the item has left. */
  | 'too_many_units'
  /** More money than the item has left. */
  | 'amount_too_large'
  | 'amount_invalid'
  /** Units without money, where the payment page's provider can only send money. */
  | 'no_money';

type Item = {
  position: number;
  quantity: number;
  refundedQuantity: number;
  totalAmount: number;
  refundedAmount: number;
};

/** What is left of an item to give back. */
export function leftOf(item: Item): { quantity: number; amount: number } {
  return { quantity: item.quantity - item.refundedQuantity, amount: item.totalAmount - item.refundedAmount };
}

/** What so many units of an item come to. The last one takes what is left, so that rounding leaves nothing behind. */
export function priceOfUnits(item: Item, units: number): number {
  const left = leftOf(item);
  if (units === left.quantity) return left.amount;
  return Math.min(left.amount, Math.round((item.totalAmount * units) / item.quantity));
}

/** Why a wish cannot be granted, or undefined. Whole minor units and whole numbers only. */
export function refuseRefundWish(
  items: readonly Item[],
  { parts }: RefundWish,
  options: { byStripe: boolean },
): RefundWishRefusal | undefined {
  const chosen = parts.filter(({ quantity, amount }) => quantity !== 0 || amount !== 0);
  if (chosen.length === 0) return 'nothing_chosen';
  for (const part of chosen) {
    const item = items.find(({ position }) => position === part.position);
    if (!item || !isCount(part.quantity) || part.quantity > leftOf(item).quantity) return 'too_many_units';
    if (!isCount(part.amount)) return 'amount_invalid';
    if (part.amount > leftOf(item).amount) return 'amount_too_large';
  }
  return options.byStripe && totalOf(chosen) === 0 ? 'no_money' : undefined;
}

/** The money of a wish. */
export function totalOf(parts: readonly RefundPart[]): number {
  return parts.reduce((sum, part) => sum + part.amount, 0);
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}
