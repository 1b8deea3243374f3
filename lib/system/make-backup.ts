import { rm, stat } from 'node:fs/promises';
import { recordAudit } from '../audit/record-audit';
import type { BackupManifest } from '../backup/backup-manifest';
import { verifyBackup } from '../backup/verify-backup';
import { writeBackup } from '../backup/write-backup';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { env } from '../env';
import { readStoreSettings } from '../settings/store-settings';
import { archiveName } from './archive-name';
import { backupFile, removeUnfinished, scratchOf } from './backup-folder';
import { endRun, type HeldRun, keepHold } from './hold-run';
import { removeOldBackups } from './remove-old-backups';
import type { Failed } from './run-failure';
import type { Watch } from './watch-run';

/**
 * Writes the archive of a run, reads it back, and only then ends the run and removes older archives. Answers why it came to
 * nothing, and has left no file behind then; undefined when it went well.
 */
export async function makeBackup(run: HeldRun, watch: Watch): Promise<Failed | undefined> {
  await clearBackup(run);
  const { backupFiles, backupsKept } = await readStoreSettings();
  const at = now();
  const fileName = archiveName(at);
  await keepHold(run, { fileName });
  const file = backupFile(fileName);
  try {
    const wish = { url: env().databaseUrl ?? '', file, withFiles: backupFiles, at, scratch: scratchOf(run.id) };
    await writeBackup({ ...wish, ...watch });
    const read = await verifyBackup(file, watch);
    if (!read.ok) {
      await rm(file, { force: true });
      return { failure: read.reason, detail: read.detail };
    }
    const { size } = await stat(file);
    if (!(await noteMade(run, { fileName, size, manifest: read.manifest }))) await rm(file, { force: true });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  await removeOldBackups(backupsKept);
  return undefined;
}

/** Removes what an earlier attempt left: nobody has read it back. */
export async function clearBackup(run: HeldRun): Promise<void> {
  if (run.fileName !== null) await rm(backupFile(run.fileName), { force: true });
  await removeUnfinished(now());
}

type Made = { fileName: string; size: number; manifest: BackupManifest };

/** False when another process has the run: this archive is nobody's then. */
function noteMade(run: HeldRun, { fileName, size, manifest }: Made): Promise<boolean> {
  const { tables, files, missing } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return inTransaction(async (tx) => {
    const at = now();
    const facts = { tables: tables.length, rows, files: files.length, missingFiles: missing.length, sizeBytes: size };
    if (!(await endRun(tx, run, { outcome: facts, at }))) return false;
    await recordAudit(tx, {
      actor: { kind: 'system', via: 'job:backup' },
      action: 'backup.make',
      objectKind: 'backup',
      objectId: run.id,
      after: { fileName, ...facts },
      at,
    });
    return true;
  });
}
