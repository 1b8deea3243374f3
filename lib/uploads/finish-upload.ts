import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { now } from '../clock';
import { db } from '../db/client';
import { readStorageSettings } from '../settings/read-storage-settings';
import { storeFile } from '../storage/store-file';
import { checkZip } from './check-zip';
import { becomeArtifact, refuseUpload, stallUpload } from './end-upload';
import { holdUpload } from './hold-upload';
import { removeStagedFile, stagedPath } from './staged-file';
import type { RefusedProblem } from './upload-state';

type Checked = { id: string; fileName: string; sizeBytes: bigint; sha256: string };

const inHand = new Set<string>();

/**
 * Takes a wholly sent upload to its end: size, SHA-256 and content are checked, the file is handed to where files are
 * kept, and it becomes an artifact in the same transaction that ends the upload. A failure of the storage leaves it
 * stalled, to be tried again without sending; a process that dies in the middle leaves it to the next one. Never rejects
 * for an upload that is in other hands or has ended: then nothing is done.
 */
export async function finishUpload(uploadId: string, signal?: AbortSignal): Promise<void> {
  if (inHand.has(uploadId)) return;
  inHand.add(uploadId);
  try {
    const hold = await holdUpload(uploadId, signal);
    if (!hold) return;
    try {
      await finish(hold.upload, hold);
    } catch (error) {
      if (!hold.signal.aborted) await stallUpload(uploadId, 'unexpected');
      if (!hold.signal.aborted) throw error;
    } finally {
      await hold.letGo();
    }
  } finally {
    inHand.delete(uploadId);
  }
}

/** The uploads that wait for being finished and are in nobody's hands, after a restart for example. */
export async function listUnheld(at = now()): Promise<string[]> {
  const rows = await db().upload.findMany({
    where: { state: { in: ['checking', 'storing'] }, OR: [{ leasedUntil: null }, { leasedUntil: { lt: at } }] },
    select: { id: true },
    orderBy: { touchedAt: 'asc' },
  });
  return rows.map((row) => row.id);
}

type Hold = NonNullable<Awaited<ReturnType<typeof holdUpload>>>;

async function finish(upload: Checked, hold: Hold): Promise<void> {
  const problem = await findProblem(upload, hold.signal);
  if (problem) return refuseUpload(upload.id, problem);
  if (!(await hold.enter('storing'))) return;
  const file = { path: stagedPath(upload.id), sizeBytes: Number(upload.sizeBytes), sha256: upload.sha256 };
  const settings = await readStorageSettings();
  const result = await storeFile(file, { settings, onProgress: hold.noteStored, signal: hold.signal });
  if (!result.ok) {
    if (result.reason === 'content_differs') return refuseUpload(upload.id, 'hash_differs');
    return stallUpload(upload.id, result.reason, result.detail);
  }
  if (await becomeArtifact(upload.id, result.stored)) await removeStagedFile(upload.id);
}

async function findProblem(upload: Checked, signal: AbortSignal): Promise<RefusedProblem | undefined> {
  const { sha256, sizeBytes } = await measure(stagedPath(upload.id), signal);
  if (BigInt(sizeBytes) !== upload.sizeBytes) return 'size_differs';
  if (sha256 !== upload.sha256) return 'hash_differs';
  return upload.fileName.toLowerCase().endsWith('.zip') ? checkZip(stagedPath(upload.id)) : undefined;
}

async function measure(file: string, signal: AbortSignal): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024, signal })) {
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}
