import { db } from '../db/client';

/** Tables whose rows get rising numbers, from any number of transactions at once. */
export type NumberedTable = 'audit_entry' | 'request_log_entry';

/** How far rows are known to be all there: up to `id` once every transaction older than `xid` has ended. */
export type Horizon = { id: bigint; xid: string | undefined };

/**
 * A row takes its number before its transaction commits, so rows are all there up to a number only when every transaction
 * that may hold one below it has ended: the last number is noted on one call, what is running on the next, and answered on
 * a later one. Answers the horizon to go on with, and the number when there is one now.
 */
export async function settleEntries(
  table: NumberedTable,
  known: Horizon | undefined,
): Promise<{ horizon: Horizon; upTo: bigint | undefined }> {
  const standing = await readStanding(table);
  const anew = { id: standing.lastId, xid: undefined };
  if (!known) return { horizon: anew, upTo: undefined };
  if (known.xid === undefined) return { horizon: { id: known.id, xid: standing.nextXid }, upTo: undefined };
  if (BigInt(standing.oldestXid) < BigInt(known.xid)) return { horizon: known, upTo: undefined };
  return { horizon: anew, upTo: known.id };
}

type Standing = { lastId: bigint; nextXid: string; oldestXid: string };

async function readStanding(table: NumberedTable): Promise<Standing> {
  const [row] = await db().$queryRaw<Standing[]>`
    SELECT (SELECT coalesce(last_value, 0) FROM pg_sequences
        WHERE schemaname = current_schema() AND sequencename = ${`${table}_id_seq`}) AS "lastId",
      pg_snapshot_xmax(pg_current_snapshot())::text AS "nextXid",
      pg_snapshot_xmin(pg_current_snapshot())::text AS "oldestXid"`;
  if (!row) throw new Error('PostgreSQL did not tell its snapshot');
  return row;
}
