import { countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type PageWish, readKeysetPage } from '../db/keyset-page';
import { type ActivationFilter, activationWhere } from './activation-filter';
import type { LicenseKeyKind } from './client-call';

/** An activation as an admin sees it. */
export type AdminActivation = {
  id: string;
  instance: string;
  label: string;
  version: string;
  address: string;
  overLimit: boolean;
  activatedAt: Date;
  lastSeenAt: Date;
  productTitle: string;
  planNumber: number;
  licenceNumber: number;
  customerNumber: number;
  customerEmail: string;
  /** Of the key it was activated with: never the key itself. */
  keyHint: string;
  keyKind: LicenseKeyKind;
};

/** The newest first. */
export const activationOrder: KeysetOrder<Pick<AdminActivation, 'activatedAt' | 'id'>> = {
  name: 'activated',
  direction: 'desc',
  columns: [
    { sql: 'a.activated_at', kind: 'instant', of: (row) => row.activatedAt },
    { sql: 'a.id', kind: 'uuid', of: (row) => row.id },
  ],
};
export const LIST_SIZE = 50;

export type ActivationList = KeysetPage<AdminActivation> & {
  /** Counted to 10,000; `COUNT_LIMIT` + 1 stands for more. */
  count: number;
};

/** A page of the store's activations, the newest first, and how many there are. */
export async function listActivations(filter: ActivationFilter, wish: PageWish): Promise<ActivationList> {
  const where = activationWhere(filter);
  return inListRead(async (tx) => {
    const page = await readKeysetPage({ order: activationOrder, wish, size: LIST_SIZE }, (start) =>
      tx.$queryRaw<AdminActivation[]>(activationStatement(where, start)),
    );
    return { ...page, count: await countAtMost(tx, page, activationCount(filter)) };
  });
}

/** Every activation that fits, a thousand at a time; each page is read when the one before has been taken. */
export async function* eachActivation(filter: ActivationFilter): AsyncGenerator<AdminActivation[]> {
  const where = activationWhere(filter);
  let after: string | undefined;
  do {
    const page = await inListRead((tx) =>
      readKeysetPage({ order: activationOrder, wish: { after }, size: 1_000 }, (start) =>
        tx.$queryRaw<AdminActivation[]>(activationStatement(where, start)),
      ),
    );
    if (page.rows.length > 0) yield page.rows;
    after = page.next;
  } while (after !== undefined);
}

type Start = { where: Prisma.Sql; orderBy: Prisma.Sql; limit: number };

/** The statement of a page. The rows are chosen first and only they are joined, whatever the planner thinks of the rest. */
export function activationStatement(filter: Prisma.Sql, { where, orderBy, limit }: Start): Prisma.Sql {
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT a.* FROM activation a WHERE ${filter} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
    )
    SELECT a.id, a.instance, a.label, a.version, a.address, a.over_limit AS "overLimit", a.activated_at AS "activatedAt",
      a.last_seen_at AS "lastSeenAt", p.title AS "productTitle", pl.number AS "planNumber", r.number AS "licenceNumber",
      c.number AS "customerNumber", c.email AS "customerEmail", k.hint AS "keyHint",
      k.kind AS "keyKind"
    FROM page a
    JOIN api_resource r ON r.id = a.api_resource_id
    JOIN plan pl ON pl.id = r.plan_id
    JOIN product p ON p.id = a.product_id
    JOIN customer c ON c.id = a.customer_id
    JOIN license_key k ON k.id = a.license_key_id
    ORDER BY ${orderBy}`;
}

/** The rows that are counted, in the order of an index, so that counting stops at its limit without having read more. */
export function activationCount(filter: ActivationFilter): Prisma.Sql {
  const rows = Prisma.sql`SELECT 1 FROM activation a WHERE ${activationWhere(filter)}`;
  // By week, those that match lie together; by age, thousands of others may lie before them.
  if (filter.seenBefore) return Prisma.sql`${rows} ORDER BY a.seen_week`;
  return filter.seenSince
    ? Prisma.sql`${rows} ORDER BY a.seen_week DESC`
    : Prisma.sql`${rows} ORDER BY a.activated_at DESC`;
}
