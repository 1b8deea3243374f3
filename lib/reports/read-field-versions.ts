import { db } from '../db/client';

/** Installations of a product by the version they last said; an empty version means that they never said one. */
export type FieldVersions = {
  productNumber: number;
  productTitle: string;
  total: number;
  /** Most used first, at most seven. */
  versions: { version: string; count: number; isWithdrawn: boolean }[];
  /** Installations in further versions. */
  others: number;
};

type Row = { number: number; title: string; version: string; count: number; isWithdrawn: boolean };

const MOST_VERSIONS = 7;
const MOST_PRODUCTS = 12;

/** The products with most installations and what those run. */
export async function readFieldVersions(): Promise<FieldVersions[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT p.number, p.title, a.version, a.count,
      EXISTS (SELECT 1 FROM release r WHERE r.product_id = p.id AND r.version = a.version AND r.yanked_at IS NOT NULL)
        AS "isWithdrawn"
    FROM (SELECT product_id, version, count(*)::int AS count FROM activation GROUP BY product_id, version) a
    JOIN product p ON p.id = a.product_id
    ORDER BY a.count DESC, a.version DESC`;
  const numbers = [...new Set(rows.map(({ number }) => number))];
  const all = numbers.map((number) => versionsOf(rows.filter((row) => row.number === number)));
  return all.sort((a, b) => b.total - a.total).slice(0, MOST_PRODUCTS);
}

function versionsOf(rows: Row[]): FieldVersions {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const versions = rows
    .slice(0, MOST_VERSIONS)
    .map(({ version, count, isWithdrawn }) => ({ version, count, isWithdrawn }));
  const others = total - versions.reduce((sum, { count }) => sum + count, 0);
  return { productNumber: rows[0]?.number ?? 0, productTitle: rows[0]?.title ?? '', total, versions, others };
}
