import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { checkFileName } from './check-file-name';
import { ensureStagedFile, hasRoomFor, stagedBytes } from './staged-file';
import { LARGEST_FILE_BYTES } from './upload-limits';
import type { OpenProblem, UploadState } from './upload-state';

/** A file that an admin chose, as a browser or a program describes it. */
export type ChosenFile = {
  releaseId: string;
  fileName: string;
  sizeBytes: number;
  modifiedAt: Date;
  platform?: string;
};

/** `sessionId` null: it comes by key, and every request of it shows that key. */
export type UploadSender = { adminId: string; sessionId: string | null; actor: Actor };

export type BeginUploadResult =
  | { ok: true; uploadId: string; opening: number; state: UploadState; receivedBytes: number }
  | { ok: false; reason: OpenProblem };

/**
 * Makes room for a file of a release, or goes on with the same person's unfinished one of the same file: what has arrived
 * need not be sent again.
 */
export async function beginUpload(file: ChosenFile, sender: UploadSender, at = now()): Promise<BeginUploadResult> {
  const checked = checkFileName(file.fileName);
  if (!checked.ok) return checked;
  const unfit = sizeProblem(file.sizeBytes) ?? (isUuid(file.releaseId) ? undefined : 'release_not_found');
  if (unfit) return { ok: false, reason: unfit };
  const named = { ...file, fileName: checked.fileName };
  const row = await inTransaction(async (tx) => {
    const refusal = await releaseProblem(tx, named);
    return refusal ?? (await continueUpload(tx, named, sender, at)) ?? createUpload(tx, named, sender, at);
  });
  if ('reason' in row) return { ok: false, reason: row.reason };
  await ensureStagedFile(row.id);
  const receivedBytes = await stagedBytes(row.id);
  // A full disk refuses the opening, not the row: the same file goes on as soon as there is room again.
  if (!(await hasRoomFor(file.sizeBytes - receivedBytes))) return { ok: false, reason: 'disk_full' };
  return { ok: true, uploadId: row.id, opening: row.opening, state: row.state, receivedBytes };
}

type OpenedRow = { id: string; opening: number; state: UploadState };
type Refusal = { reason: OpenProblem };

function sizeProblem(bytes: number): OpenProblem | undefined {
  if (bytes === 0) return 'file_empty';
  if (!Number.isSafeInteger(bytes) || bytes < 0) return 'file_size_invalid';
  return bytes > LARGEST_FILE_BYTES ? 'file_too_large' : undefined;
}

async function releaseProblem(tx: Tx, file: ChosenFile): Promise<Refusal | undefined> {
  const release = await tx.release.findUnique({
    where: { id: file.releaseId },
    select: {
      artifacts: { where: { fileName: { equals: file.fileName, mode: 'insensitive' } }, select: { id: true } },
    },
  });
  if (!release) return { reason: 'release_not_found' };
  return release.artifacts.length > 0 ? { reason: 'file_name_taken' } : undefined;
}

async function continueUpload(
  tx: Tx,
  file: ChosenFile,
  sender: UploadSender,
  at: Date,
): Promise<OpenedRow | Refusal | undefined> {
  const open = await tx.upload.findUnique({
    where: { releaseId_heldName: { releaseId: file.releaseId, heldName: heldName(file) } },
  });
  if (!open) return undefined;
  const isSame =
    open.adminId === sender.adminId &&
    open.sizeBytes === BigInt(file.sizeBytes) &&
    open.fileModifiedAt.getTime() === file.modifiedAt.getTime();
  if (!isSame) return { reason: 'name_in_use' };
  return tx.upload.update({
    where: { id: open.id },
    data: { opening: { increment: 1 }, sessionId: sender.sessionId, touchedAt: at },
    select: { id: true, opening: true, state: true },
  });
}

async function createUpload(tx: Tx, file: ChosenFile, sender: UploadSender, at: Date): Promise<OpenedRow | Refusal> {
  const { releaseId, fileName, sizeBytes, modifiedAt, platform = '' } = file;
  const { count } = await tx.upload.createMany({
    data: [
      {
        releaseId,
        fileName,
        heldName: heldName(file),
        platform,
        sizeBytes,
        fileModifiedAt: modifiedAt,
        adminId: sender.adminId,
        sessionId: sender.sessionId,
        createdAt: at,
        touchedAt: at,
      },
    ],
    skipDuplicates: true,
  });
  // Somebody opened the same name between our look and our row.
  if (count === 0) return { reason: 'name_in_use' };
  const row = await tx.upload.findUniqueOrThrow({
    where: { releaseId_heldName: { releaseId, heldName: heldName(file) } },
    select: { id: true, opening: true, state: true },
  });
  await recordAudit(tx, {
    actor: sender.actor,
    action: 'upload.open',
    objectKind: 'upload',
    objectId: row.id,
    after: { releaseId, fileName, sizeBytes },
    at,
  });
  return row;
}

function heldName(file: ChosenFile): string {
  return file.fileName.toLowerCase();
}
