import { pool } from '../db/client';

/** Small enough that a batch is over before anybody waits for it. */
const BATCH = 5_000;

/**
 * Deletes the lines of the request log from before that instant, oldest first, in batches of their own transactions, and
 * resolves to how many they were. Several processes may do it at once: they share the work.
 */
export async function dropOldCalls(before: Date, batch = BATCH): Promise<number> {
  for (let dropped = 0; ; ) {
    const { rowCount } = await pool().query(
      `DELETE FROM request_log_entry WHERE id IN
         (SELECT id FROM request_log_entry WHERE at < $1 ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [before, batch],
    );
    dropped += rowCount ?? 0;
    if ((rowCount ?? 0) < batch) return dropped;
  }
}
