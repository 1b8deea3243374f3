import { pool } from '@/lib/db/client';

/** A fingerprint of every row of every table, by table; two that are equal mean that no row has changed. */
export async function digestTables(except: readonly string[] = []): Promise<Record<string, string>> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> ALL ($1::text[]) ORDER BY table_name`,
    [except],
  );
  const each = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest FROM ${name} t`,
  );
  const { rows } = await pool().query<{ name: string; digest: string }>(each.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
