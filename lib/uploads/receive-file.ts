import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { askToFinish } from './ask-to-finish';
import { beginUpload, type ChosenFile, type UploadSender } from './begin-upload';
import { cancelUpload } from './change-upload';
import { finishUpload } from './finish-upload';
import { type ReadUpload, readUpload } from './read-upload';
import { type ReceivePartResult, receivePart } from './receive-part';
import { LARGEST_FILE_BYTES } from './upload-limits';
import type { OpenProblem } from './upload-state';

export type ReceiveFileResult =
  /** `upload` undefined: the release had this very file already. */
  | { ok: true; upload: ReadUpload | undefined; artifactId: string | undefined }
  | { ok: false; reason: OpenProblem | Extract<ReceivePartResult, { ok: false }>['reason'] | 'too_few_bytes' };

type WholeFile = Omit<ChosenFile, 'modifiedAt'> & {
  /** Lower-case hex. */
  sha256: string;
  bytes: Readable;
};

// A store that is looking for unfinished uploads may take this one into its hands first.
const LOOK_MS = 200;
const LOOKS = 250;

/** When a file was changed is not told by key, so name, size and sender recognise it. */
export const NO_DATE = new Date(0);

/**
 * Takes a whole file in one go and takes it to its end: checked, stored and added to its release, or refused with what is
 * wrong as `upload.problem`. The very file that the release has already is not read again. What cannot become whole is
 * forgotten at once, so that the name is free for the next try.
 */
export async function receiveFile(file: WholeFile, sender: UploadSender): Promise<ReceiveFileResult> {
  const { bytes: _, sha256, ...named } = file;
  const there = await findSame(file);
  if (there) return { ok: true, upload: undefined, artifactId: there };
  const begun = await beginUpload({ ...named, modifiedAt: NO_DATE }, sender);
  if (!begun.ok) return begun;
  const { uploadId } = begun;
  const isFresh = begun.state === 'receiving';
  const refusal = isFresh ? await takeAll(uploadId, file, sender) : undefined;
  if (refusal) return { ok: false, reason: refusal };
  const asked = await askToFinish(uploadId, sha256);
  // Somebody gave it up, or began it anew, while this was on its way.
  if (!asked.ok) return { ok: false, reason: 'upload_ended' };
  await finishUpload(uploadId);
  const upload = await readEnd(uploadId);
  if (!upload) return { ok: false, reason: 'upload_not_found' };
  // The bytes of an earlier try were of another content. Those of this one have not been read yet.
  if (upload.state === 'refused' && !isFresh) return receiveFile(file, sender);
  return { ok: true, upload, artifactId: upload.artifactId };
}

type Refusal = Extract<ReceiveFileResult, { ok: false }>['reason'];

async function takeAll(uploadId: string, file: WholeFile, sender: UploadSender): Promise<Refusal | undefined> {
  const { adminId, actor } = sender;
  const part = { uploadId, adminId, offset: 0, mostBytes: LARGEST_FILE_BYTES, bytes: file.bytes };
  const received = await receivePart(part);
  if (received.ok && received.receivedBytes === file.sizeBytes) return undefined;
  await cancelUpload({ uploadId, actor });
  return received.ok ? 'too_few_bytes' : received.reason;
}

async function readEnd(uploadId: string): Promise<ReadUpload | undefined> {
  for (let look = 0; ; look++) {
    const upload = await readUpload(uploadId);
    const isWorking = upload?.state === 'checking' || upload?.state === 'storing';
    if (!isWorking || look === LOOKS) return upload;
    await wait(LOOK_MS);
  }
}

async function findSame({ releaseId, fileName, sizeBytes, sha256 }: WholeFile): Promise<string | undefined> {
  if (!isUuid(releaseId) || !Number.isSafeInteger(sizeBytes)) return undefined;
  const same = await db().artifact.findFirst({
    where: { releaseId, fileName: fileName.normalize('NFC'), sizeBytes, sha256 },
    select: { id: true },
  });
  return same?.id;
}
