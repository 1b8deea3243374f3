import { db } from '../db/client';
import type { Job } from './job';

/** How long a handler may take. Handlers keep their own, shorter limits on whatever they wait for. */
export const LEASE_MS = 2 * 60 * 1000;

type ClaimedRow = { id: string; kind: string; payload: unknown; attempts: number; created_at: Date };

/**
 * Leases the oldest due job of the given kinds, or nothing. SKIP LOCKED lets workers pass each other instead of queueing,
 * and the attempt is counted here, so a job that kills its worker still runs out of attempts.
 */
export async function claimJob(claim: { kinds: string[]; token: string; at: Date }): Promise<Job | undefined> {
  const until = new Date(claim.at.getTime() + LEASE_MS);
  const rows = await db().$queryRaw<ClaimedRow[]>`
    UPDATE outbox_entry
       SET lease_token = ${claim.token}::uuid, leased_until = ${until}, attempts = attempts + 1
     WHERE id = (
       SELECT id FROM outbox_entry
        WHERE done_at IS NULL AND dead_at IS NULL
          AND available_at <= ${claim.at}
          AND (leased_until IS NULL OR leased_until <= ${claim.at})
          AND kind = ANY(${claim.kinds})
        ORDER BY available_at, created_at, id
        LIMIT 1
        FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, payload, attempts, created_at`;
  const row = rows[0];
  if (!row) return undefined;
  return { id: row.id, kind: row.kind, attempt: row.attempts, createdAt: row.created_at, payload: row.payload };
}

/** Ends a job, as done or (with `dead`) as a dead letter. False when the lease was lost meanwhile: then nothing changes. */
export async function closeJob(end: { id: string; token: string; at: Date; dead?: string }): Promise<boolean> {
  const { count } = await db().outboxEntry.updateMany({
    where: { id: end.id, leaseToken: end.token, doneAt: null, deadAt: null },
    data: {
      leaseToken: null,
      leasedUntil: null,
      ...(end.dead === undefined ? { doneAt: end.at, lastError: null } : { deadAt: end.at, lastError: end.dead }),
    },
  });
  return count === 1;
}

/** Gives a failed job back, to be tried again from `availableAt`. False when the lease was lost meanwhile. */
export async function postponeJob(later: {
  id: string;
  token: string;
  availableAt: Date;
  reason: string;
}): Promise<boolean> {
  const { count } = await db().outboxEntry.updateMany({
    where: { id: later.id, leaseToken: later.token, doneAt: null, deadAt: null },
    data: { leaseToken: null, leasedUntil: null, availableAt: later.availableAt, lastError: later.reason },
  });
  return count === 1;
}
