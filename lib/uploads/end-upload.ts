import { recordAudit } from '../audit/record-audit';
import { addArtifact } from '../catalog/add-artifact';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import type { StoredFile } from '../storage/stored-file';
import { removeStagedFile } from './staged-file';
import type { RefusedProblem, StallProblem } from './upload-state';

/**
 * The artifact, the upload's end and the audit, together or not at all. When the release takes no file any more or has one
 * of this name, the upload is stalled with that reason. False when nothing became of it.
 */
export function becomeArtifact(uploadId: string, stored: StoredFile, at = now()): Promise<boolean> {
  return inTransaction(async (tx) => {
    const upload = await lockStoring(tx, uploadId);
    if (!upload) return false;
    const actor = { kind: 'admin', id: upload.adminId, via: `upload:${uploadId}` } as const;
    const { releaseId, fileName, platform } = upload;
    const added = await addArtifact(tx, { releaseId, fileName, platform, stored }, actor);
    if (!added.ok) {
      await tx.upload.update({ where: { id: uploadId }, data: { state: 'stalled', problem: added.reason } });
      return false;
    }
    await tx.upload.update({
      where: { id: uploadId },
      data: { state: 'ready', problem: null, heldName: null, endedAt: at, storedBytes: upload.sizeBytes },
    });
    const { sizeBytes, sha256, source } = stored;
    await recordAudit(tx, {
      actor,
      action: 'upload.finish',
      objectKind: 'upload',
      objectId: uploadId,
      after: { releaseId, fileName, sizeBytes, sha256, source },
      at,
    });
    return true;
  });
}

/** Throws the bytes away: they are not what was sent, or not what customers should get. */
export async function refuseUpload(uploadId: string, problem: RefusedProblem, at = now()): Promise<void> {
  const isEnded = await inTransaction(async (tx) => {
    const { count } = await tx.upload.updateMany({
      where: { id: uploadId, state: { in: ['checking', 'storing'] } },
      data: { state: 'refused', problem, heldName: null, endedAt: at },
    });
    if (count === 0) return false;
    await recordAudit(tx, {
      actor: { kind: 'system', via: `upload:${uploadId}` },
      action: 'upload.refuse',
      objectKind: 'upload',
      objectId: uploadId,
      after: { problem },
      at,
    });
    return true;
  });
  if (isEnded) await removeStagedFile(uploadId);
}

/** Keeps the bytes and says why they could not go on; a person tries again. `detail` is what the storage said. */
export async function stallUpload(uploadId: string, problem: StallProblem, detail?: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.upload.updateMany({
      where: { id: uploadId, state: { in: ['checking', 'storing'] } },
      data: { state: 'stalled', problem, storedBytes: 0 },
    });
    if (count === 0) return;
    await recordAudit(tx, {
      actor: { kind: 'system', via: `upload:${uploadId}` },
      action: 'upload.stall',
      objectKind: 'upload',
      objectId: uploadId,
      after: { problem, ...(detail === undefined ? {} : { detail }) },
    });
  });
}

async function lockStoring(tx: Tx, uploadId: string) {
  // An update takes the row's lock, so a cancelling that comes now waits and then finds an ended upload.
  const { count } = await tx.upload.updateMany({ where: { id: uploadId, state: 'storing' }, data: { problem: null } });
  return count === 0 ? undefined : tx.upload.findUniqueOrThrow({ where: { id: uploadId } });
}
