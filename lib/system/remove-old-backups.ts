import { rm } from 'node:fs/promises';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { backupFile } from './backup-folder';

/**
 * Removes the archives that the store made beyond the newest `keep`, and says so in the audit. One that is being rehearsed
 * stays for now, and what `npm run backup` wrote is its operator's.
 */
export async function removeOldBackups(keep: number): Promise<number> {
  const good = { kind: 'backup', failure: null, endedAt: { not: null }, removedAt: null, cause: { not: 'command' } };
  const old = await db().backupRun.findMany({
    where: good,
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    skip: Math.max(1, keep),
    select: { id: true, fileName: true, drills: { where: { endedAt: null }, select: { id: true } } },
  });
  const idle = old.filter(({ drills }) => drills.length === 0);
  for (const { id, fileName } of idle) await remove(id, fileName ?? '');
  return idle.length;
}

/** The row first: one that names no file is harmless, a file that is still offered and gone is not. */
async function remove(id: string, fileName: string): Promise<void> {
  await inTransaction(async (tx) => {
    const at = now();
    const { count } = await tx.backupRun.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } });
    if (count === 0) return;
    await recordAudit(tx, {
      actor: { kind: 'system', via: 'job:backup' },
      action: 'backup.remove',
      objectKind: 'backup',
      objectId: id,
      before: { fileName },
      at,
    });
  });
  await rm(backupFile(fileName), { force: true });
}
