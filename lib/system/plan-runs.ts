import { mayCreateDatabases } from '../backup/in-scratch-database';
import { db, pool } from '../db/client';
import { env } from '../env';
import { readStoreSettings } from '../settings/store-settings';
import { isFolderWritable } from './backup-folder';
import { nightBefore } from './night';
import { newestBackup } from './request-run';

const DAY_MS = 86_400_000;
const DRILL_EVERY_MS = 7 * DAY_MS;
// What the page lists, and what a person may still want to know of it.
const KEPT_MS = 180 * DAY_MS;

/**
 * Asks for the backup of the night that has begun, also when the store was off at its hour, and for the drill of the week.
 * Any number of processes may do this at once: there is one of each a night.
 */
export async function planRuns(at: Date): Promise<void> {
  const { nightlyBackups, backupHour } = await readStoreSettings();
  if (!nightlyBackups || !(await isFolderWritable())) return;
  const { night, struckAt } = nightBefore(at, backupHour);
  // A new store has nothing to lose yet, and whoever tries it out should not wait for a backup.
  if (struckAt <= (await storeBeganAt())) return;
  await planBackup(night, at);
  await planDrill(night, at);
}

/** Forgets runs whose archive is gone or never was. */
export async function forgetOldRuns(at: Date): Promise<number> {
  const { count } = await db().backupRun.deleteMany({
    where: {
      endedAt: { lt: new Date(at.getTime() - KEPT_MS) },
      OR: [{ failure: { not: null } }, { removedAt: { not: null } }],
    },
  });
  return count;
}

async function storeBeganAt(): Promise<Date> {
  const { rows } = await pool().query<{ at: Date | null }>('SELECT min(started_at) AS at FROM "_prisma_migrations"');
  return rows[0]?.at ?? new Date(0);
}

async function planBackup(night: Date, at: Date): Promise<void> {
  if (await db().backupRun.findFirst({ where: { kind: 'backup', night }, select: { id: true } })) return;
  const row = { kind: 'backup', cause: 'schedule', night, requestedAt: at };
  await db().backupRun.createMany({ data: [row], skipDuplicates: true });
}

/** A week after the last one, or with the next backup after one that failed. */
async function planDrill(night: Date, at: Date): Promise<void> {
  const newest = await newestBackup();
  if (!newest) return;
  const last = await db().backupRun.findFirst({ where: { kind: 'drill' }, orderBy: { requestedAt: 'desc' } });
  if (last && !isDue(last, newest, at)) return;
  // Where the role may not, the page says what to do; a failure each week would say no more.
  if (!(await mayCreateDatabases(env().databaseUrl ?? ''))) return;
  const row = { kind: 'drill', cause: 'schedule', night, backupId: newest.id, requestedAt: at };
  await db().backupRun.createMany({ data: [row], skipDuplicates: true });
}

type Drill = { endedAt: Date | null; failure: string | null; requestedAt: Date };

function isDue(last: Drill, newest: { requestedAt: Date }, at: Date): boolean {
  if (last.endedAt === null) return false;
  if (last.failure !== null) return newest.requestedAt > last.requestedAt;
  return at.getTime() - last.requestedAt.getTime() >= DRILL_EVERY_MS;
}
