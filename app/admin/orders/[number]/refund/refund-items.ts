import { leftOf, priceOfUnits } from '@/lib/orders/check-refund-wish';
import type { AdminOrder } from '@/lib/orders/read-admin-order';
import type { RefundItem } from './refund-answer';

/** The items of an order that have something left to give back. */
export function refundItems(order: AdminOrder): RefundItem[] {
  return order.items.flatMap((item) => {
    const left = leftOf(item);
    if (left.quantity === 0 && left.amount === 0) return [];
    const prices = Array.from({ length: left.quantity + 1 }, (_, units) => priceOfUnits(item, units));
    const { position, productTitle: title, planName } = item;
    return [{ position, title, planName, leftQuantity: left.quantity, leftAmount: left.amount, prices }];
  });
}
