import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { recordAudit } from '../audit/record-audit';
import type { BackupManifest } from '../backup/backup-manifest';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { backupFile } from './backup-folder';

/**
 * Lists an archive that `npm run backup` wrote and read back beside those the store makes itself. False when it lies
 * elsewhere: such a one is its operator's alone.
 */
export async function noteCommandBackup(
  file: string,
  { tables, files, missing, madeAt }: BackupManifest,
): Promise<boolean> {
  const fileName = path.basename(file);
  if (path.resolve(file) !== path.resolve(backupFile(fileName))) return false;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const facts = { tables: tables.length, rows, files: files.length, missingFiles: missing.length };
  const [id, sizeBytes, requestedAt, at] = [randomUUID(), (await stat(file)).size, new Date(madeAt), now()];
  await inTransaction(async (tx) => {
    const times = { requestedAt, startedAt: requestedAt, endedAt: at };
    await tx.backupRun.create({
      data: { id, kind: 'backup', cause: 'command', fileName, sizeBytes, ...facts, ...times },
    });
    await recordAudit(tx, {
      actor: { kind: 'system', via: 'cli:backup' },
      action: 'backup.make',
      objectKind: 'backup',
      objectId: id,
      after: { fileName, ...facts, sizeBytes },
      at,
    });
  });
  return true;
}
