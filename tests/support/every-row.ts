import { pool } from '@/lib/db/client';

/**
 * What every table holds, as a digest with the number of rows. A row that was only written again or locked differs too:
 * its place and its transactions (ctid, xmin, xmax) are part of the digest.
 */
export async function everyRow(): Promise<Record<string, string>> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool().query<{ digest: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(concat(t.ctid, t.xmin, t.xmax, t::text), '|' ORDER BY t.ctid)), '') AS digest
       FROM ${name} t`,
    );
    found[name] = rows[0]?.digest ?? '';
  }
  return found;
}
