import { recordAudit } from '../audit/record-audit';
import { dropScratchDatabase, inScratchDatabase, mayCreateDatabases } from '../backup/in-scratch-database';
import { restoreBackup } from '../backup/restore-backup';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { env } from '../env';
import { backupFile, hasBackupFile } from './backup-folder';
import { checkRestored } from './check-restored';
import { endRun, type HeldRun } from './hold-run';
import type { Failed } from './run-failure';
import type { Watch } from './watch-run';

/** Drops the database that a killed process was rehearsing in. */
export function clearDrill(run: HeldRun): Promise<void> {
  return dropScratchDatabase(env().databaseUrl ?? '', markOf(run.id));
}

function markOf(runId: string): string {
  return runId.replaceAll('-', '');
}

/**
 * Restores a backup into a database of its own beside the store's, compares every table with the manifest, opens what is
 * sealed with the present keyring, looks for what the doctor looks for, and drops it. The store's own database is only
 * asked whether the role may do this. Answers why it failed; undefined when the backup can be restored.
 */
export async function rehearseRestore(run: HeldRun, watch: Watch): Promise<Failed | undefined> {
  const backup = await db().backupRun.findFirst({
    where: { id: run.backupId ?? run.id, kind: 'backup', removedAt: null },
  });
  const fileName = backup?.fileName;
  if (!fileName || !(await hasBackupFile(fileName))) return { failure: 'backup_gone', detail: fileName ?? '' };
  const url = env().databaseUrl ?? '';
  if (!(await mayCreateDatabases(url))) return { failure: 'may_not_create_databases', detail: new URL(url).username };
  const failed = await inScratchDatabase(url, markOf(run.id), async (scratch) => {
    const wish = { url: scratch, file: backupFile(fileName), keepFiles: false };
    const restored = await restoreBackup({ ...wish, ...watch });
    if (!restored.ok) return { failure: restored.reason, detail: restored.detail };
    const { tables, files } = restored.manifest;
    const checked = await checkRestored(scratch);
    if (checked) return checked;
    await notePassed(run, {
      tables: tables.length,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      files: files.length,
    });
    return undefined;
  });
  return failed;
}

async function notePassed(run: HeldRun, facts: { tables: number; rows: number; files: number }): Promise<void> {
  await inTransaction(async (tx) => {
    const at = now();
    if (!(await endRun(tx, run, { outcome: facts, at }))) return;
    await recordAudit(tx, {
      actor: { kind: 'system', via: 'job:restore_drill' },
      action: 'restore_drill.pass',
      objectKind: 'backup',
      objectId: run.backupId ?? run.id,
      after: facts,
      at,
    });
  });
}
