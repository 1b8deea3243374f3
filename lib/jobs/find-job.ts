import { db, type Prisma, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';

type JobState = 'waiting' | 'done' | 'dead';

export type ListedJob = {
  id: string;
  kind: string;
  state: JobState;
  attempts: number;
  createdAt: Date;
  availableAt: Date;
  endedAt: Date | null;
  lastError: string | null;
  payload: unknown;
};

/** One job, or nothing when there is none with this id and kind. */
export async function findJob(wanted: { id: string; kind: string }): Promise<ListedJob | undefined> {
  if (!isUuid(wanted.id)) return undefined;
  const row = await db().outboxEntry.findFirst({ where: wanted });
  return row ? listed(row) : undefined;
}

/** Gives a dead letter a new life once `tx` is committed: it is due at once and has all its attempts again. */
export async function retryJob(
  tx: Tx,
  id: string,
  at: Date,
): Promise<{ ok: true } | { ok: false; reason: 'job_not_dead' }> {
  const { count } = await tx.outboxEntry.updateMany({
    where: { id, deadAt: { not: null } },
    data: { deadAt: null, attempts: 0, availableAt: at, lastError: null },
  });
  return count === 1 ? { ok: true } : { ok: false, reason: 'job_not_dead' };
}

type Row = Prisma.OutboxEntryGetPayload<object>;

function listed(row: Row): ListedJob {
  return {
    id: row.id,
    kind: row.kind,
    state: row.deadAt ? 'dead' : row.doneAt ? 'done' : 'waiting',
    attempts: row.attempts,
    createdAt: row.createdAt,
    availableAt: row.availableAt,
    endedAt: row.deadAt ?? row.doneAt,
    lastError: row.lastError,
    payload: row.payload,
  };
}
