import { db, pool } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';

export type BackupHealth = {
  isNightly: boolean;
  /** Of the newest whole backup; undefined before the first. */
  lastGoodAt: Date | undefined;
  lastDrill: { endedAt: Date; isPassed: boolean } | undefined;
  /** Backups are made each night, and none came for two days. */
  isOverdue: boolean;
};

const OVERDUE_MS = 48 * 3_600_000;

/** Whether the store could be brought back as it lately was. */
export async function readBackupHealth(at: Date): Promise<BackupHealth> {
  const { nightlyBackups } = await readStoreSettings();
  const good = await db().backupRun.findFirst({
    where: { kind: 'backup', failure: null, endedAt: { not: null }, removedAt: null },
    orderBy: { requestedAt: 'desc' },
    select: { requestedAt: true },
  });
  const drill = await db().backupRun.findFirst({
    where: { kind: 'drill', endedAt: { not: null } },
    orderBy: { requestedAt: 'desc' },
    select: { endedAt: true, failure: true },
  });
  const since = good?.requestedAt ?? (await storeBeganAt());
  return {
    isNightly: nightlyBackups,
    lastGoodAt: good?.requestedAt,
    lastDrill: drill?.endedAt ? { endedAt: drill.endedAt, isPassed: drill.failure === null } : undefined,
    isOverdue: nightlyBackups && at.getTime() - since.getTime() > OVERDUE_MS,
  };
}

async function storeBeganAt(): Promise<Date> {
  const { rows } = await pool().query<{ at: Date | null }>('SELECT min(started_at) AS at FROM "_prisma_migrations"');
  return rows[0]?.at ?? new Date(0);
}
