import { db, pool } from '../db/client';
import { jobKeyPrefix } from './promise-delivery';

/** What is older can neither be looked at nor recovered any more. */
export const KEPT_DAYS = 60;
const DAY_MS = 86_400_000;
const BATCH = 2_000;

/**
 * Forgets messages with their deliveries and attempts after `KEPT_DAYS`, in batches, and calls deliveries failed whose last
 * attempt ended with its process. Answers how many messages went.
 */
export async function tidyMessages(at: Date): Promise<number> {
  await endAbandoned(at);
  const before = new Date(at.getTime() - KEPT_DAYS * DAY_MS);
  let dropped = 0;
  let rowCount: number | null;
  do {
    ({ rowCount } = await pool().query(
      `DELETE FROM webhook_message WHERE id IN
         (SELECT id FROM webhook_message WHERE created_at < $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [before, BATCH],
    ));
    dropped += rowCount ?? 0;
  } while (rowCount === BATCH);
  await db().outboxEntry.deleteMany({ where: { kind: { startsWith: 'webhook.' }, createdAt: { lt: before } } });
  return dropped;
}

async function endAbandoned(at: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE webhook_delivery d SET state = 'failed', ended_at = ${at}, last_failure = coalesce(d.last_failure, 'abandoned')
    FROM outbox_entry o
    WHERE d.state = 'waiting' AND o.dedupe_key = ${jobKeyPrefix} || d.id::text || '|' || d.round::text
      AND o.dead_at IS NOT NULL`;
}
