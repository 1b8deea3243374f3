import type pg from 'pg';

/** A table whose rows a backup keeps. */
export type StoredTable = { name: string; columns: string[]; key: string[] };

type Row = StoredTable & { refersTo: string[] };

// Unlogged tables are left out: PostgreSQL itself empties them after a crash. The ledger of migrations is written anew
// when the schema is.
const TABLES = `
  SELECT c.relname AS name,
    ARRAY(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
    ARRAY(SELECT a.attname::text FROM pg_index i
      CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
      WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key,
    ARRAY(SELECT t.relname::text FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
      WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid AND NOT f.condeferrable) AS "refersTo"
  FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
    AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname`;

/** The tables of the store in an order in which no row refers to a table that comes later, except by a deferrable constraint. */
export async function listTables(client: pg.Client): Promise<StoredTable[]> {
  const { rows } = await client.query<Row>(TABLES);
  const ordered: StoredTable[] = [];
  const placed = new Set<string>();
  let left = rows;
  while (left.length > 0) {
    const ready = left.filter(({ refersTo }) => refersTo.every((table) => placed.has(table)));
    if (ready.length === 0) throw new Error(`Tables refer to each other: ${left.map((row) => row.name).join(', ')}`);
    for (const { name, columns, key } of ready) {
      ordered.push({ name, columns, key });
      placed.add(name);
    }
    left = left.filter(({ name }) => !placed.has(name));
  }
  return ordered;
}

/** A name from the catalogue or a manifest as SQL reads it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
