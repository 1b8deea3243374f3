import { db, type Tx } from '../db/client';

/** The numbers of paid orders with an item that brought its buyer no API Resource. There should never be one. */
export async function findUnfulfilledOrders(reader: Tx = db()): Promise<number[]> {
  const orders = await reader.order.findMany({
    where: {
      status: { in: ['paid', 'partially_refunded'] },
      items: { some: { resource: null, renewsResourceId: null, subscriptionItems: { none: {} } } },
    },
    select: { number: true },
    orderBy: { number: 'asc' },
  });
  return orders.map(({ number }) => number);
}
