import { countAtMost } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type KeysetOrder, type KeysetPage, type PageWish, readKeysetPage } from '../db/keyset-page';
import { isUuid } from '../db/uuid';
import type { DownloadRefusal, DownloadWay } from './open-download';

/** A download or refused attempt as an admin sees it. What it names may be gone since: then its words are null. */
export type DownloadLine = {
  id: number;
  at: Date;
  /** Of the newest request that continued or repeated it. */
  lastAt: Date;
  requests: number;
  way: DownloadWay;
  outcome: 'served' | DownloadRefusal;
  /** What a storage said when it could not give the file. */
  detail: string;
  address: string;
  userAgent: string;
  isPartial: boolean;
  customerNumber: number | null;
  customerEmail: string | null;
  licenceNumber: number | null;
  productTitle: string | null;
  version: string | null;
  fileName: string | null;
  /** The installation a package address was made for. */
  instance: string | null;
};

/** Ids of rows; one that is none fits nothing. */
export type DownloadFilter = {
  customerId?: string;
  apiResourceId?: string;
  artifactId?: string;
  outcome?: 'served' | 'refused';
  way?: DownloadWay;
};

export type DownloadList = KeysetPage<DownloadLine> & {
  /** Counted to 10,000; `COUNT_LIMIT` + 1 stands for more. */
  count: number;
};

const LIST_SIZE = 50;

const order: KeysetOrder<Pick<DownloadLine, 'at' | 'id'>> = {
  name: 'downloads',
  direction: 'desc',
  columns: [
    { sql: 'd.at', kind: 'instant', of: (row) => row.at },
    { sql: 'd.id', kind: 'integer', of: (row) => row.id },
  ],
};

/** A page of the store's downloads and refused attempts, the newest first, and how many there are. */
export async function listDownloadEntries(filter: DownloadFilter, wish: PageWish): Promise<DownloadList> {
  const fits = conditionOf(filter);
  return inListRead(async (tx) => {
    const page = await readKeysetPage(
      { order, wish, size: LIST_SIZE },
      ({ where, orderBy, limit }) =>
        tx.$queryRaw<DownloadLine[]>`
        WITH page AS MATERIALIZED (
          SELECT d.* FROM download_entry d WHERE ${fits} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
        )
        SELECT d.id::float8 AS id, d.at, d.last_at AS "lastAt", d.requests, d.way, d.outcome, d.detail, d.address,
          d.user_agent AS "userAgent", d.is_partial AS "isPartial", c.number AS "customerNumber", c.email AS "customerEmail",
          r.number AS "licenceNumber", p.title AS "productTitle", rel.version, f.file_name AS "fileName", a.instance
        FROM page d
        LEFT JOIN customer c ON c.id = d.customer_id
        LEFT JOIN api_resource r ON r.id = d.api_resource_id
        LEFT JOIN product p ON p.id = r.product_id
        LEFT JOIN artifact f ON f.id = d.artifact_id
        LEFT JOIN release rel ON rel.id = f.release_id
        LEFT JOIN activation a ON a.id = d.activation_id
        ORDER BY ${orderBy}`,
    );
    const counted = Prisma.sql`SELECT 1 FROM download_entry d WHERE ${fits} ORDER BY d.at DESC`;
    return { ...page, count: await countAtMost(tx, page, counted) };
  });
}

function conditionOf({ customerId, apiResourceId, artifactId, outcome, way }: DownloadFilter): Prisma.Sql {
  const parts = [
    ...idCondition('d.customer_id', customerId),
    ...idCondition('d.api_resource_id', apiResourceId),
    ...idCondition('d.artifact_id', artifactId),
    ...(way === undefined ? [] : [Prisma.sql`d.way = ${way}`]),
    ...(outcome === 'served' ? [Prisma.sql`d.outcome = 'served'`] : []),
    ...(outcome === 'refused' ? [Prisma.sql`d.outcome <> 'served'`] : []),
  ];
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, ' AND ');
}

function idCondition(column: string, id: string | undefined): Prisma.Sql[] {
  if (id === undefined) return [];
  return [isUuid(id) ? Prisma.sql`${Prisma.raw(column)} = ${id}::uuid` : Prisma.sql`false`];
}
