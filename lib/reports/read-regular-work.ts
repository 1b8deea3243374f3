import { db } from '../db/client';

/** What the store does again and again, as far as it leaves a trace of its own. */
export type RegularWork = {
  name: 'audit_seal' | 'daily_sums' | 'reconcile' | 'backup' | 'drill';
  /** Undefined before the first time. */
  lastDoneAt: Date | undefined;
};

const DAY_MS = 86_400_000;

/** When regular work was last done, from what it left. */
export async function readRegularWork(): Promise<RegularWork[]> {
  const [seal, sum, run, backup, drill] = await Promise.all([
    db().auditSeal.findFirst({ orderBy: { position: 'desc' }, select: { sealedAt: true } }),
    db().dailySum.findFirst({ orderBy: { day: 'desc' }, select: { day: true } }),
    db().reconcileRun.findFirst({ where: { finishedAt: { not: null } }, orderBy: { startedAt: 'desc' } }),
    lastRun('backup'),
    lastRun('drill'),
  ]);
  return [
    { name: 'audit_seal', lastDoneAt: seal?.sealedAt },
    // A day is added up just after its end.
    { name: 'daily_sums', lastDoneAt: sum ? new Date(sum.day.getTime() + DAY_MS) : undefined },
    { name: 'reconcile', lastDoneAt: run?.finishedAt ?? undefined },
    { name: 'backup', lastDoneAt: backup },
    { name: 'drill', lastDoneAt: drill },
  ];
}

async function lastRun(kind: 'backup' | 'drill'): Promise<Date | undefined> {
  const row = await db().backupRun.findFirst({
    where: { kind, failure: null, endedAt: { not: null } },
    orderBy: { endedAt: 'desc' },
    select: { endedAt: true },
  });
  return row?.endedAt ?? undefined;
}
