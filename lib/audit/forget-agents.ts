import { pool } from '../db/client';

/** Small enough that a batch is over before anybody waits for it. */
const BATCH = 5_000;

/**
 * Empties the agents of entries written before an instant and resolves to how many those were. It is the one change that the
 * audit allows; the seals do not cover an agent, so the chain holds as before (ADR 0127).
 */
export async function forgetAgents(before: Date): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const { rowCount } = await pool().query(
      `UPDATE audit_entry SET agent = '' WHERE id IN (
         SELECT id FROM audit_entry WHERE agent <> '' AND at < $1 ORDER BY at LIMIT $2)`,
      [before, BATCH],
    );
    forgotten += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return forgotten;
  }
}

/** The same for what one person did, and what was done to their account, however young. */
export async function forgetAgentsOf(customerId: string): Promise<void> {
  await pool().query(
    `UPDATE audit_entry SET agent = '' WHERE agent <> '' AND id IN (
       SELECT id FROM audit_entry WHERE actor_kind <> 'client' AND actor_id = $1::uuid
       UNION SELECT id FROM audit_entry WHERE object_kind = 'customer' AND object_id = $1::text)`,
    [customerId],
  );
}
