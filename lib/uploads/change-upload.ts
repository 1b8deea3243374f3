import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { removeStagedFile } from './staged-file';
import { OPEN_STATES } from './upload-state';

export type ChangeUploadResult = { ok: true } | { ok: false; reason: 'upload_not_found' };

type Change = { uploadId: string; actor: Actor; at?: Date };

/** Gives an unfinished upload up and forgets its bytes. One that has become an artifact meanwhile is "not found". */
export async function cancelUpload({ uploadId, actor, at = now() }: Change): Promise<ChangeUploadResult> {
  const result = await change(uploadId, async (tx) => {
    const { count } = await tx.upload.updateMany({
      where: { id: uploadId, state: { in: [...OPEN_STATES] } },
      data: { state: 'cancelled', heldName: null, endedAt: at, leasedUntil: null },
    });
    if (count === 0) return false;
    await recordAudit(tx, { actor, action: 'upload.cancel', objectKind: 'upload', objectId: uploadId, at });
    return true;
  });
  if (result.ok) await removeStagedFile(uploadId);
  return result;
}

/** Tries a stalled upload again with the bytes that are here; the store takes it up within seconds. */
export async function retryUpload({ uploadId, actor, at = now() }: Change): Promise<ChangeUploadResult> {
  return change(uploadId, async (tx) => {
    const { count } = await tx.upload.updateMany({
      where: { id: uploadId, state: 'stalled' },
      data: { state: 'checking', problem: null, storedBytes: 0, leasedUntil: null, touchedAt: at },
    });
    if (count === 0) return false;
    await recordAudit(tx, { actor, action: 'upload.retry', objectKind: 'upload', objectId: uploadId, at });
    return true;
  });
}

type Work = Parameters<typeof inTransaction<boolean>>[0];

async function change(uploadId: string, work: Work): Promise<ChangeUploadResult> {
  const isDone = isUuid(uploadId) && (await inTransaction(work));
  return isDone ? { ok: true } : { ok: false, reason: 'upload_not_found' };
}
