import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { MAIL_KIND } from '../jobs/enqueue-mail';
import { retryJob } from '../jobs/find-job';

/** A job that was given up and that no page of its own handles. */
export type DeadJob = { id: string; kind: string; createdAt: Date; deadAt: Date; lastError: string };

// Mails and messages to webhooks have lists of their own, with all that can be done about them.
const HERE = { doneAt: null, deadAt: { not: null }, NOT: [{ kind: MAIL_KIND }, { kind: { startsWith: 'webhook.' } }] };
const MOST_SHOWN = 50;

/** The newest of them first. */
export async function listDeadJobs(): Promise<DeadJob[]> {
  const rows = await db().outboxEntry.findMany({
    where: HERE,
    orderBy: [{ deadAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    select: { id: true, kind: true, createdAt: true, deadAt: true, lastError: true },
  });
  return rows.map(({ deadAt, lastError, createdAt, ...row }) => ({
    ...row,
    createdAt,
    deadAt: deadAt ?? createdAt,
    lastError: lastError ?? '',
  }));
}

/** Puts one back in the queue with all its attempts, and records who did it. */
export async function retryDeadJob(
  id: string,
  actor: Actor,
): Promise<{ ok: true } | { ok: false; reason: 'job_not_dead' }> {
  if (!isUuid(id)) return { ok: false, reason: 'job_not_dead' };
  const at = now();
  return inTransaction(async (tx) => {
    const job = await tx.outboxEntry.findFirst({ where: { ...HERE, id }, select: { kind: true } });
    const retried = job ? await retryJob(tx, id, at) : undefined;
    if (!job || !retried?.ok) return { ok: false, reason: 'job_not_dead' };
    await recordAudit(tx, {
      actor,
      action: 'job.retry',
      objectKind: 'job',
      objectId: id,
      after: { kind: job.kind },
      at,
    });
    return { ok: true };
  });
}
