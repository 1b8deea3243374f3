import { db } from '../db/client';

/** The numbers of paid orders with an item that brought its buyer no API Resource. There should never be one. */
export async function findUnfulfilledOrders(): Promise<number[]> {
  const orders = await db().order.findMany({
    where: {
      status: { in: ['paid', 'partially_refunded'] },
      items: { some: { resource: null, renewsResourceId: null, subscriptionItems: { none: {} } } },
    },
    select: { number: true },
    orderBy: { number: 'asc' },
  });
  return orders.map(({ number }) => number);
}
