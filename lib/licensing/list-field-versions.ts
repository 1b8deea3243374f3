import { db } from '../db/client';

const MOST = 100;

/**
 * The versions of a product that installations run, the newest first as far as numbers tell. Each version is one step along
 * the index, so a million activations in a dozen versions cost a dozen steps.
 */
export async function listFieldVersions(productId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ version: string }[]>`
    WITH RECURSIVE step AS (
      (SELECT version FROM activation WHERE product_id = ${productId}::uuid ORDER BY version LIMIT 1)
      UNION ALL
      SELECT (SELECT a.version FROM activation a WHERE a.product_id = ${productId}::uuid AND a.version > step.version
              ORDER BY a.version LIMIT 1)
      FROM step WHERE step.version IS NOT NULL
    )
    SELECT version FROM step WHERE version <> '' LIMIT ${MOST}`;
  return rows.map((row) => row.version).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}
