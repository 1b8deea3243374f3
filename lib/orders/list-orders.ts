import { db } from '../db/client';
import type { OrderView } from './order-view';

/** A line of the order history. */
export type ListedOrder = Pick<
  OrderView,
  'id' | 'number' | 'status' | 'currency' | 'totalAmount' | 'refundedAmount' | 'placedAt'
> & { items: { productTitle: string; planName: string; quantity: number }[] };

const MOST = 200;

/** The customer's orders, newest first, at most 200. */
export async function listOrders(which: { customerId: string }): Promise<ListedOrder[]> {
  return db().order.findMany({
    where: { customerId: which.customerId },
    orderBy: [{ placedAt: 'desc' }, { number: 'desc' }],
    take: MOST,
    select: {
      id: true,
      number: true,
      status: true,
      currency: true,
      totalAmount: true,
      refundedAmount: true,
      placedAt: true,
      items: { orderBy: { position: 'asc' }, select: { productTitle: true, planName: true, quantity: true } },
    },
  });
}
