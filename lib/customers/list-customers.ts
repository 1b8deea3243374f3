import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import { COUNT_LIMIT, countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type PageWish, readKeysetPage } from '../db/keyset-page';
import { type CustomerFilter, customerWhere } from './customer-filter';

/** A person as a line of the admins' list. */
export type ListedCustomer = {
  id: string;
  number: number;
  email: string;
  name: string | null;
  company: string | null;
  role: 'customer' | 'admin';
  disabledAt: Date | null;
  deletedAt: Date | null;
  createdAt: Date;
  hasFactor: boolean;
  orders: number;
  /** Not counting those whose money went back. */
  licences: number;
};

const order: KeysetOrder<Pick<ListedCustomer, 'createdAt' | 'number'>> = {
  name: 'customers',
  direction: 'desc',
  columns: [
    { sql: 'c.created_at', kind: 'instant', of: (row) => row.createdAt },
    { sql: 'c.number', kind: 'integer', of: (row) => row.number },
  ],
};
const LIST_SIZE = 50;

/** A page of the store's customers, the newest first, and how many there are (counted to 10,000; one more means more). */
export async function listCustomers(
  filter: CustomerFilter,
  wish: PageWish,
): Promise<KeysetPage<ListedCustomer> & { count: number }> {
  const where = customerWhere(filter);
  return inListRead(async (tx) => {
    const page = await readKeysetPage({ order, wish, size: LIST_SIZE }, (start) =>
      tx.$queryRaw<ListedCustomer[]>(customerStatement(where, start)),
    );
    return { ...page, count: await countAtMost(tx, page, customerCount(where)) };
  });
}

/** The list on its way out. Who took it, and how narrowed, is audited before its first row. `total` only up to 10,000. */
export async function exportCustomers(
  filter: CustomerFilter,
  actor: Actor,
): Promise<{ total: number | undefined; pages: AsyncGenerator<ListedCustomer[]> }> {
  const { count } = await listCustomers(filter, {});
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor,
      action: 'customer.export',
      objectKind: 'customer',
      objectId: 'list',
      after: { ...filter },
    }),
  );
  return { total: count > COUNT_LIMIT ? undefined : count, pages: eachCustomer(customerWhere(filter)) };
}

// A thousand at a time; each page is read when the one before has been taken.
async function* eachCustomer(where: Prisma.Sql): AsyncGenerator<ListedCustomer[]> {
  let after: string | undefined;
  do {
    const page = await inListRead((tx) =>
      readKeysetPage({ order, wish: { after }, size: 1_000 }, (start) =>
        tx.$queryRaw<ListedCustomer[]>(customerStatement(where, start)),
      ),
    );
    if (page.rows.length > 0) yield page.rows;
    after = page.next;
  } while (after !== undefined);
}

type Start = { where: Prisma.Sql; orderBy: Prisma.Sql; limit: number };

// The rows are chosen first and only they are counted into, whatever the planner thinks of the rest.
function customerStatement(filter: Prisma.Sql, { where, orderBy, limit }: Start): Prisma.Sql {
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT c.* FROM customer c WHERE ${filter} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
    )
    SELECT c.id, c.number, c.email, c.name, c.company, c.role, c.disabled_at AS "disabledAt",
      c.deleted_at AS "deletedAt", c.created_at AS "createdAt",
      EXISTS (SELECT 1 FROM second_factor f WHERE f.customer_id = c.id AND f.confirmed_at IS NOT NULL) AS "hasFactor",
      (SELECT count(*)::int FROM "order" o WHERE o.customer_id = c.id) AS orders,
      (SELECT count(*)::int FROM api_resource r WHERE r.customer_id = c.id AND r.revoked_at IS NULL) AS licences
    FROM page c
    ORDER BY ${orderBy}`;
}

function customerCount(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM customer c WHERE ${where} ORDER BY c.created_at DESC, c.number DESC`;
}
