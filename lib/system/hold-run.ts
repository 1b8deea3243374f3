import { randomUUID } from 'node:crypto';
import { now } from '../clock';
import { db, type Tx } from '../db/client';

export type RunKind = 'backup' | 'drill';

/** A run in the hands of this process. `attempt` counts from 1. */
export type HeldRun = {
  id: string;
  kind: RunKind;
  /** drill: what is restored. */
  backupId: string | null;
  /** backup: what an earlier attempt was about to write. */
  fileName: string | null;
  attempt: number;
  token: string;
};

/** A run that nobody held on to for so long is taken up again. */
const LEASE_MS = 2 * 60_000;

/** Somebody else has the run now; whoever meets this leaves it alone. */
export class LeaseLost extends Error {}

/** Takes the oldest run that is asked for and that nobody holds; whoever held it before has died. */
export async function takeRun(at: Date): Promise<HeldRun | undefined> {
  const token = randomUUID();
  const [row] = await db().$queryRaw<Omit<HeldRun, 'token'>[]>`
    UPDATE backup_run
       SET lease_token = ${token}::uuid, leased_until = ${leaseFrom(at)}, attempts = attempts + 1, steps_done = 0,
           started_at = coalesce(started_at, ${at})
     WHERE id = (SELECT id FROM backup_run WHERE ended_at IS NULL AND (leased_until IS NULL OR leased_until <= ${at})
                 ORDER BY requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, backup_id AS "backupId", file_name AS "fileName", attempts AS attempt`;
  return row && { ...row, token };
}

type Progress = { fileName?: string; steps?: { done: number; all: number } };

/** Says that this process is still at it, and how far. Throws `LeaseLost` when it was taken away meanwhile. */
export async function keepHold({ id, token }: HeldRun, { fileName, steps }: Progress = {}): Promise<void> {
  const { count } = await db().backupRun.updateMany({
    where: { id, leaseToken: token, endedAt: null },
    data: {
      leasedUntil: leaseFrom(now()),
      ...(fileName === undefined ? {} : { fileName }),
      ...(steps ? { stepsDone: steps.done, stepsAll: steps.all } : {}),
    },
  });
  if (count === 0) throw new LeaseLost();
}

/** Gives the run back as if it had not been begun: the store stops, and the next process takes it up at once. */
export async function letGo({ id, token }: HeldRun): Promise<void> {
  await db().backupRun.updateMany({
    where: { id, leaseToken: token, endedAt: null },
    data: { leaseToken: null, leasedUntil: null, attempts: { decrement: 1 } },
  });
}

type Outcome = {
  failure?: string;
  detail?: string;
  sizeBytes?: number;
  tables?: number;
  rows?: number;
  files?: number;
  missingFiles?: number;
};

/** Ends the run within `tx`; false when somebody else has it. */
export async function endRun(
  tx: Tx,
  { id, token }: HeldRun,
  { outcome, at }: { outcome: Outcome; at: Date },
): Promise<boolean> {
  const { count } = await tx.backupRun.updateMany({
    where: { id, leaseToken: token, endedAt: null },
    data: { ...outcome, endedAt: at, leaseToken: null, leasedUntil: null },
  });
  return count === 1;
}

function leaseFrom(at: Date): Date {
  return new Date(at.getTime() + LEASE_MS);
}
