import type { RefundPart } from '../payments/checkout-payment';

/** An order item as the refund rule needs it. Amounts are minor units after discount and tax. */
export type RefundableItem = { id: string; position: number; quantity: number; totalAmount: number };

export type RefundToAllocate = {
  refundId: string;
  amount: number;
  quantities: { position: number; quantity: number }[];
  /** Says exactly what goes back; then nothing is concluded from the amount. */
  parts?: readonly RefundPart[];
};

export type RefundShare = { refundId: string; orderItemId: string; quantity: number; amount: number };

type Left = RefundableItem & { leftQuantity: number; leftAmount: number };

/**
 * Which items a payment's refunds give back, oldest first. A refund counts as units when it says so (`quantities`, `parts`),
 * when its amount is the price of some units of exactly one item, or when with it all the money is back, which gives back
 * everything. Any other amount is money only: the keys stay as they are.
 */
export function allocateRefunds(items: RefundableItem[], refunds: RefundToAllocate[]): RefundShare[] {
  const left: Left[] = items.map((item) => ({ ...item, leftQuantity: item.quantity, leftAmount: item.totalAmount }));
  return refunds.flatMap((refund) => shareOut(left, refund));
}

function shareOut(left: Left[], refund: RefundToAllocate): RefundShare[] {
  const leftMoney = left.reduce((sum, item) => sum + item.leftAmount, 0);
  // Where there never was money, its coming back says nothing about the units.
  const isAll = refund.amount >= leftMoney && (leftMoney > 0 || refund.parts === undefined);
  const shares = new Map<string, RefundShare>();
  let money = refund.amount;
  const give = (item: Left, quantity: number, most: number): void => {
    const amount = Math.min(money, most, item.leftAmount);
    if (quantity === 0 && amount === 0) return;
    const share = shares.get(item.id) ?? { refundId: refund.refundId, orderItemId: item.id, quantity: 0, amount: 0 };
    shares.set(item.id, { ...share, quantity: share.quantity + quantity, amount: share.amount + amount });
    item.leftQuantity -= quantity;
    item.leftAmount -= amount;
    money -= amount;
  };
  for (const [item, quantity, most] of isAll ? left.map(wholly) : takenBy(left, refund)) give(item, quantity, most);
  // Money beyond the units' price (a goodwill part, rounding) still has to be booked on some item.
  for (const item of left) if (money > 0) give(item, 0, money);
  return [...shares.values()];
}

type Taken = readonly [item: Left, quantity: number, most: number];

function wholly(item: Left): Taken {
  return [item, item.leftQuantity, item.leftAmount];
}

function takenBy(left: Left[], refund: RefundToAllocate): Taken[] {
  if (!refund.parts) {
    return unitsOf(left, refund).map(([item, quantity]) => [item, quantity, priceOf(item, quantity)] as const);
  }
  return refund.parts.flatMap(({ position, quantity, amount }) => {
    const item = left.find((candidate) => candidate.position === position);
    return item ? [[item, Math.min(quantity, item.leftQuantity), amount] as const] : [];
  });
}

function unitsOf(left: Left[], refund: RefundToAllocate): (readonly [Left, number])[] {
  if (refund.quantities.length > 0) {
    return refund.quantities.flatMap(({ position, quantity }) => {
      const item = left.find((candidate) => candidate.position === position);
      return item && item.leftQuantity > 0 ? [[item, Math.min(quantity, item.leftQuantity)] as const] : [];
    });
  }
  const fitting = left.flatMap((item) => {
    const quantity = fittingQuantity(item, refund.amount);
    return quantity ? [[item, quantity] as const] : [];
  });
  // Two items that cost the same: the amount does not say which one came back.
  return fitting.length === 1 ? fitting : [];
}

function fittingQuantity(item: Left, amount: number): number | undefined {
  if (item.totalAmount === 0) return undefined;
  const quantity = Math.round((amount * item.quantity) / item.totalAmount);
  if (quantity < 1 || quantity > item.leftQuantity) return undefined;
  const exact = (item.totalAmount * quantity) / item.quantity;
  return Math.abs(amount - exact) < 1 ? quantity : undefined;
}

function priceOf(item: Left, quantity: number): number {
  return Math.round((item.totalAmount * quantity) / item.quantity);
}
