import { pool } from '../db/client';

/** Small enough that a batch is over before anybody waits for it. */
const BATCH = 5_000;

/** Deletes the lines of downloads that ended before that instant, oldest first, and resolves to how many they were. */
export async function dropOldDownloads(before: Date): Promise<number> {
  for (let dropped = 0; ; ) {
    const { rowCount } = await pool().query(
      `DELETE FROM download_entry WHERE id IN
         (SELECT id FROM download_entry WHERE at < $1 AND last_at < $1 ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [before, BATCH],
    );
    dropped += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return dropped;
  }
}
