import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** Runs one statement in the database of the store under test: what no page of the store could do or show. */
export async function inStore<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const file = path.join(process.env.JOURNEY_DATA_DIR ?? '', 'postgres.json');
  const { password, port }: { password: string; port: number } = JSON.parse(readFileSync(file, 'utf8')); // the store's own
  const client = new pg.Client(`postgresql://latchkey:${password}@127.0.0.1:${port}/latchkey`);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** A fingerprint of every table but those named, by table; of some only the rows that a condition names. */
export async function storeRows(
  except: readonly string[],
  only: Record<string, string> = {},
): Promise<Record<string, string>> {
  const tables = await inStore<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL ($1::text[]) ORDER BY table_name`,
    [except],
  );
  const each = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest FROM ${name} t WHERE ${only[name] ?? 'true'}`,
  );
  const rows = await inStore<{ name: string; digest: string }>(each.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
