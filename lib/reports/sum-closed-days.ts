import { inTransaction, type Tx } from '../db/client';
import { countDay } from './count-day';
import { startOfDay } from './report-days';

const DAY_MS = 86_400_000;
// Lines of the log are written about a second after the call; a process that was held up has this long.
const SETTLING_MS = 15 * 60_000;

/**
 * Counts every day that is over and has not been counted, the oldest first, each in a transaction of its own, and answers how
 * many those were. A day is counted once and for good; several processes at once share the work.
 */
export async function sumClosedDays(at: Date): Promise<number> {
  const end = startOfDay(new Date(at.getTime() - SETTLING_MS));
  for (let summed = 0; ; summed++) {
    if (!(await inTransaction((tx) => sumNextDay(tx, end)))) return summed;
  }
}

/** Midnight after the last day that was counted; undefined before the first. */
export async function countedUntil(tx: Tx): Promise<Date | undefined> {
  const last = await tx.dailySum.findFirst({ orderBy: { day: 'desc' }, select: { day: true } });
  return last ? new Date(last.day.getTime() + DAY_MS) : undefined;
}

async function sumNextDay(tx: Tx, end: Date): Promise<boolean> {
  // Released at COMMIT.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('daily_sum'))`;
  const day = (await countedUntil(tx)) ?? (await firstDay(tx));
  if (!day || day >= end) return false;
  const counts = await countDay(tx, { from: day, to: new Date(day.getTime() + DAY_MS) });
  const rows = counts.map(({ kind, name, count }) => ({ day, kind, name, count }));
  await tx.dailySum.createMany({ data: [...rows, { day, kind: 'day.closed', name: '', count: 1 }] });
  return true;
}

async function firstDay(tx: Tx): Promise<Date | undefined> {
  const [oldest] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT least((SELECT min(at) FROM request_log_entry), (SELECT min(at) FROM audit_entry)) AS at`;
  return oldest?.at ? startOfDay(oldest.at) : undefined;
}
