import { db } from './client';
import { Prisma } from './generated/client';
import { openText } from './sealed-text';

/** A column of sealed texts, and how its values are bound. */
export type SealedColumn = {
  table: string;
  column: string;
  /** Under which name its values were bound, where it is not the column's own. */
  boundAs?: string;
  /** SQL for whom a value is bound to, over the row `t`. */
  owner: string;
  /** True where the row is found by a digest of the same text. */
  hasDigest?: boolean;
};

/**
 * Every column that holds sealed texts for longer than an hour, as their modules bind them (tests/db/reseal-columns has one
 * value of each).
 */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'license_key', column: 'sealed', owner: `coalesce(t.customer_id::text, 'stock')`, hasDigest: true },
  {
    table: 'access_secret',
    column: 'sealed',
    owner: '(SELECT k.customer_id::text FROM access_key k WHERE k.id = t.access_key_id)',
    hasDigest: true,
  },
  { table: 'dropbox_connection', column: 'sealed_token', owner: 't.customer_id::text' },
  { table: 'second_factor', column: 'sealed_seed', owner: 't.customer_id::text' },
  { table: 'webhook_endpoint', column: 'sealed_secret', owner: 't.id::text' },
  { table: 'webhook_endpoint', column: 'sealed_old_secret', boundAs: 'sealed_secret', owner: 't.id::text' },
];

const AT_ONCE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** A sealed value with the row it lies in. */
export type SealedRow = { id: string; owner: string; sealed: Uint8Array };

/** The rows of a column that a condition over `t` picks, five hundred at a time in the order of their ids. */
export async function* eachSealed({ table, column, owner }: SealedColumn, where: Prisma.Sql) {
  const [of, value, bound] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(owner)]; // constants of this file
  for (let after = FIRST; ; ) {
    const rows = await db().$queryRaw<SealedRow[]>`
      SELECT t.id::text AS id, ${bound} AS owner, t.${value} AS sealed FROM ${of} t
      WHERE t.id > ${after}::uuid AND t.${value} IS NOT NULL AND ${where} ORDER BY t.id LIMIT ${AT_ONCE}`;
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.id ?? FIRST;
    if (rows.length < AT_ONCE) return;
  }
}

/** Where a row's value is bound to. */
export function placeOfRow({ table, column, boundAs = column }: SealedColumn, { id, owner }: SealedRow) {
  return { table, column: boundAs, rowId: id, ownerId: owner };
}

/** The text of a row; undefined when it does not open, which it did not before either. */
export function openRow(column: SealedColumn, row: SealedRow): Promise<string | undefined> {
  return openText(row.sealed, placeOfRow(column, row)).catch(() => undefined);
}
