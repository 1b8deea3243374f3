import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import { COUNT_LIMIT, countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type PageWish, readKeysetPage } from '../db/keyset-page';
import { type ORDER_STATUSES, type OrderFilter, orderWhere } from './order-filter';

/** An order as a line of the admins' list. Amounts are minor units of `currency`. */
export type ListedAdminOrder = {
  id: string;
  number: number;
  status: (typeof ORDER_STATUSES)[number];
  currency: string;
  totalAmount: number;
  refundedAmount: number;
  placedAt: Date;
  customerNumber: number;
  customerEmail: string;
  /** Titles of what was bought, each once, in the order of the items. */
  products: string[];
};

const order: KeysetOrder<ListedAdminOrder> = {
  name: 'placed',
  direction: 'desc',
  columns: [
    { sql: 'o.placed_at', kind: 'instant', of: (row) => row.placedAt },
    { sql: 'o.number', kind: 'integer', of: (row) => row.number },
  ],
};
const LIST_SIZE = 50;

/** A page of the store's orders, the newest first, and how many there are (counted to 10,000; one more stands for more). */
export async function listAdminOrders(
  filter: OrderFilter,
  wish: PageWish,
): Promise<KeysetPage<ListedAdminOrder> & { count: number }> {
  const where = orderWhere(filter);
  return inListRead(async (tx) => {
    const page = await readKeysetPage({ order, wish, size: LIST_SIZE }, (start) =>
      tx.$queryRaw<ListedAdminOrder[]>(statement(where, start)),
    );
    const counted = Prisma.sql`SELECT 1 FROM "order" o WHERE ${where} ORDER BY o.placed_at DESC, o.number DESC`;
    return { ...page, count: await countAtMost(tx, page, counted) };
  });
}

/** The list on its way out. Who took it, and how narrowed, is audited before its first row. `total` only up to 10,000. */
export async function exportOrders(
  filter: OrderFilter,
  actor: Actor,
): Promise<{ total: number | undefined; pages: AsyncGenerator<ListedAdminOrder[]> }> {
  const { count } = await listAdminOrders(filter, {});
  const narrowedBy = JSON.parse(JSON.stringify(filter)); // instants as texts
  const object = { objectKind: 'order', objectId: 'list' };
  await inTransaction((tx) => recordAudit(tx, { actor, action: 'order.export', ...object, after: narrowedBy }));
  return { total: count > COUNT_LIMIT ? undefined : count, pages: eachAdminOrder(filter) };
}

/** Every order that fits, a thousand at a time; each page is read when the one before has been taken. */
export async function* eachAdminOrder(filter: OrderFilter): AsyncGenerator<ListedAdminOrder[]> {
  const where = orderWhere(filter);
  let after: string | undefined;
  do {
    const page = await inListRead((tx) =>
      readKeysetPage({ order, wish: { after }, size: 1_000 }, (start) =>
        tx.$queryRaw<ListedAdminOrder[]>(statement(where, start)),
      ),
    );
    if (page.rows.length > 0) yield page.rows;
    after = page.next;
  } while (after !== undefined);
}

type Start = { where: Prisma.Sql; orderBy: Prisma.Sql; limit: number };

// The rows are chosen first and only they are joined, whatever the planner thinks of the rest.
function statement(filter: Prisma.Sql, { where, orderBy, limit }: Start): Prisma.Sql {
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT o.* FROM "order" o WHERE ${filter} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
    )
    SELECT o.id, o.number, o.status, o.currency, o.total_amount AS "totalAmount", o.refunded_amount AS "refundedAmount",
      o.placed_at AS "placedAt", c.number AS "customerNumber", c.email AS "customerEmail",
      ARRAY (SELECT i.product_title FROM order_item i WHERE i.order_id = o.id
        GROUP BY i.product_title ORDER BY min(i.position)) AS products
    FROM page o
    JOIN customer c ON c.id = o.customer_id
    ORDER BY ${orderBy}`;
}
