import type { Tx } from './client';
import { Prisma } from './generated/client';

/** Lists are counted up to here; what is beyond is "more". */
export const COUNT_LIMIT = 10_000;

/**
 * How many rows `rows` selects, counted to `COUNT_LIMIT`; one more than that means "more". A list that fits on its first
 * page has been counted by reading it.
 */
export async function countAtMost(
  tx: Tx,
  page: { rows: readonly unknown[]; previous: string | undefined; next: string | undefined },
  rows: Prisma.Sql,
): Promise<number> {
  if (page.previous === undefined && page.next === undefined) return page.rows.length;
  const [counted] = await tx.$queryRaw<{ count: number }[]>(countStatement(rows));
  return counted?.count ?? page.rows.length;
}

/** The counting statement itself. */
export function countStatement(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT count(*)::int AS count FROM (${rows} LIMIT ${COUNT_LIMIT + 1}) counted`;
}
