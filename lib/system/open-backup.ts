import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Actor, recordAudit } from '../audit/record-audit';
import { db, inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { backupFile } from './backup-folder';

export type OpenBackupResult =
  | { ok: true; name: string; sizeBytes: number; stream: Readable }
  | { ok: false; reason: 'backup_not_found' };

/** A whole backup's archive for an admin to keep elsewhere; the audit says who took it. */
export async function openBackup({ id, actor }: { id: string; actor: Actor }): Promise<OpenBackupResult> {
  const where = { id, kind: 'backup', failure: null, endedAt: { not: null }, removedAt: null };
  const row = isUuid(id) ? await db().backupRun.findFirst({ where, select: { fileName: true } }) : null;
  const name = row?.fileName;
  const found = name ? await stat(backupFile(name)).catch(() => undefined) : undefined;
  if (!name || !found?.isFile()) return { ok: false, reason: 'backup_not_found' };
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor,
      action: 'backup.download',
      objectKind: 'backup',
      objectId: id,
      after: { fileName: name },
    }),
  );
  return { ok: true, name, sizeBytes: found.size, stream: createReadStream(backupFile(name)) };
}
