import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type PageWish, readKeysetPage } from '../db/keyset-page';
import type { OrderView } from './order-view';

/** A line of the order history. */
export type ListedOrder = Pick<
  OrderView,
  'id' | 'number' | 'status' | 'currency' | 'totalAmount' | 'refundedAmount' | 'placedAt' | 'paidAt'
> & { items: { productTitle: string; planName: string; quantity: number }[] };

const MOST = 200;
const LIST_SIZE = 25;

const line = {
  id: true,
  number: true,
  status: true,
  currency: true,
  totalAmount: true,
  refundedAmount: true,
  placedAt: true,
  paidAt: true,
  items: { orderBy: { position: 'asc' }, select: { productTitle: true, planName: true, quantity: true } },
} satisfies Prisma.OrderSelect;

/** The customer's orders, newest first, at most 200. */
export async function listOrders(which: { customerId: string }): Promise<ListedOrder[]> {
  return db().order.findMany({
    where: { customerId: which.customerId },
    orderBy: [{ placedAt: 'desc' }, { number: 'desc' }],
    take: MOST,
    select: line,
  });
}

type Place = { id: string; number: number; placedAt: Date };

const order: KeysetOrder<Place> = {
  name: 'own_orders',
  direction: 'desc',
  columns: [
    { sql: 'o.placed_at', kind: 'instant', of: (row) => row.placedAt },
    { sql: 'o.number', kind: 'integer', of: (row) => row.number },
  ],
};

/** The same, a page at a time and without an end. */
export async function listOrderPage(which: { customerId: string }, wish: PageWish): Promise<KeysetPage<ListedOrder>> {
  const page = await inListRead((tx) =>
    readKeysetPage({ order, wish, size: LIST_SIZE }, ({ where, orderBy, limit }) =>
      tx.$queryRaw<Place[]>(Prisma.sql`
        SELECT o.id, o.number, o.placed_at AS "placedAt" FROM "order" o
        WHERE o.customer_id = ${which.customerId}::uuid AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`),
    ),
  );
  const rows = await db().order.findMany({ where: { id: { in: page.rows.map(({ id }) => id) } }, select: line });
  const known = new Map(rows.map((row) => [row.id, row]));
  return { ...page, rows: page.rows.flatMap(({ id }) => known.get(id) ?? []) };
}
