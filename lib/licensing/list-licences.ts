import { countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type PageWish, readKeysetPage } from '../db/keyset-page';
import { type LicenceFilter, type LicenceOrder, licenceOrder, licenceWhere } from './licence-filter';
import { LIST_SIZE } from './list-activations';
import { type ResourceState, resourceState } from './resource-state';

/** An API Resource as an admin sees it in a list. */
export type AdminLicence = {
  id: string;
  number: number;
  productTitle: string;
  planName: string;
  planNumber: number;
  customerNumber: number;
  customerEmail: string;
  orderNumber: number | null;
  /** Null = unlimited. */
  activationLimit: number | null;
  activationCount: number;
  /** Activations beyond the limit: listed, not counted. */
  overLimit: number;
  state: ResourceState;
  /** Null = lifetime. */
  expiresAt: Date | null;
  createdAt: Date;
  /** Of its product order key; never the key itself. */
  keyHint: string;
};

type Row = Omit<AdminLicence, 'state'> & {
  graceUntil: Date | null;
  suspendedAt: Date | null;
  revokedAt: Date | null;
};

type Place = Pick<Row, 'number' | 'expiresAt' | 'createdAt'>;
const byNumber = { sql: 'r.number', kind: 'integer' as const, of: (row: Place) => row.number };
// Only rows with an end are in an order by ends: the filter sees to that.
const byEnd = { sql: 'r.expires_at', kind: 'instant' as const, of: (row: Place) => row.expiresAt ?? row.createdAt };
/** How each order is read. */
export const licenceOrders: Record<LicenceOrder, KeysetOrder<Place>> = {
  number: { name: 'number', direction: 'desc', columns: [byNumber] },
  ends_first: { name: 'ends', direction: 'asc', columns: [byEnd, byNumber] },
  ended_last: { name: 'ended', direction: 'desc', columns: [byEnd, byNumber] },
};

export type LicenceList = KeysetPage<AdminLicence> & {
  /** Counted to 10,000; one more stands for "more". */
  count: number;
};

/** A page of the store's licences, the newest first or by their ends, and how many there are. */
export async function listLicences(filter: LicenceFilter, wish: PageWish, at: Date): Promise<LicenceList> {
  const where = licenceWhere(filter, at);
  const order = licenceOrder(filter);
  return inListRead(async (tx) => {
    const page = await readKeysetPage({ order: licenceOrders[order], wish, size: LIST_SIZE }, (start) =>
      tx.$queryRaw<Row[]>(licenceStatement(where, start)),
    );
    const count = await countAtMost(tx, page, licenceCount(where, order));
    return { ...page, rows: page.rows.map((row) => listed(row, at)), count };
  });
}

/** Every licence that fits, a thousand at a time; each page is read when the one before has been taken. */
export async function* eachLicence(filter: LicenceFilter, at: Date): AsyncGenerator<AdminLicence[]> {
  const where = licenceWhere(filter, at);
  const order = licenceOrders[licenceOrder(filter)];
  let after: string | undefined;
  do {
    const page = await inListRead((tx) =>
      readKeysetPage({ order, wish: { after }, size: 1_000 }, (start) =>
        tx.$queryRaw<Row[]>(licenceStatement(where, start)),
      ),
    );
    if (page.rows.length > 0) yield page.rows.map((row) => listed(row, at));
    after = page.next;
  } while (after !== undefined);
}

function listed(row: Row, at: Date): AdminLicence {
  const { graceUntil, suspendedAt, revokedAt, ...rest } = row;
  return { ...rest, state: resourceState({ expiresAt: row.expiresAt, graceUntil, suspendedAt, revokedAt }, at) };
}

type Start = { where: Prisma.Sql; orderBy: Prisma.Sql; limit: number };

/** The statement of a page. The rows are chosen first and only they are joined, whatever the planner thinks of the rest. */
export function licenceStatement(filter: Prisma.Sql, { where, orderBy, limit }: Start): Prisma.Sql {
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT r.* FROM api_resource r WHERE ${filter} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
    )
    SELECT r.id, r.number, p.title AS "productTitle", pl.name AS "planName", pl.number AS "planNumber",
      c.number AS "customerNumber", c.email AS "customerEmail", r.order_number AS "orderNumber",
      r.activation_limit AS "activationLimit", r.activation_count AS "activationCount",
      (SELECT count(*)::int FROM activation o WHERE o.api_resource_id = r.id AND o.over_limit) AS "overLimit",
      r.expires_at AS "expiresAt", r.grace_until AS "graceUntil", r.suspended_at AS "suspendedAt",
      r.revoked_at AS "revokedAt", r.created_at AS "createdAt",
      coalesce((SELECT k.hint FROM license_key k WHERE k.api_resource_id = r.id AND k.kind = 'product_order'
        AND k.replaced_at IS NULL ORDER BY k.created_at LIMIT 1), '') AS "keyHint"
    FROM page r
    JOIN product p ON p.id = r.product_id
    JOIN plan pl ON pl.id = r.plan_id
    JOIN customer c ON c.id = r.customer_id
    ORDER BY ${orderBy}`;
}

/** The rows that are counted, in the order of an index, so that counting stops at its limit without having read more. */
export function licenceCount(filter: Prisma.Sql, order: LicenceOrder): Prisma.Sql {
  const orderBy = order === 'number' ? Prisma.sql`r.number DESC` : Prisma.sql`r.expires_at DESC, r.number DESC`;
  return Prisma.sql`SELECT 1 FROM api_resource r WHERE ${filter} ORDER BY ${orderBy}`;
}
