import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { locationOf } from './file-location';
import type { Failed, FileStore, SourceFile, StorageFailure } from './file-store';
import { fileStore } from './open-store';
import { s3Failure } from './s3-failure';
import type { S3Settings, StorageSettings } from './storage-settings';

/** How long the file may take there and back. */
const ROUND_MS = 10_000;
const LINK_MS = 5_000;

/** `content_changed`: what came back is not what was sent. `link_failed`: a customer's link did not give the file. */
export type CheckStorageResult = { ok: true } | Failed<StorageFailure | 'content_changed' | 'link_failed'>;

/**
 * Tries a storage with a tiny file: sends it, reads it back, fetches it by a customer's link where there are such, deletes
 * it. Tries the bucket when one is set, the local folder otherwise. Over within half a minute, whatever answers.
 */
export async function checkStorage(settings: StorageSettings): Promise<CheckStorageResult> {
  const source = settings.s3 ? 's3' : 'local';
  if (settings.newFiles === 's3' && source === 'local') return notSetUp();
  const store = await fileStore(source, settings);
  if (!store) return notSetUp();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-probe-'));
  try {
    return await tryOut(store, await writeProbe(folder), settings.s3);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whatever went wrong, the probe is taken away again; a failure to do so counts when nothing else failed before. */
async function tryOut(store: FileStore, probe: SourceFile, s3: S3Settings | undefined): Promise<CheckStorageResult> {
  const result = await putAndGet(store, probe, s3);
  const removed = await store.remove(locationOf(probe.sha256));
  return result.ok ? removed : result;
}

async function putAndGet(store: FileStore, probe: SourceFile, s3: S3Settings | undefined): Promise<CheckStorageResult> {
  try {
    const signal = AbortSignal.timeout(ROUND_MS);
    const put = await store.put(probe, { signal });
    if (!put.ok) return { ...put, reason: put.reason === 'content_differs' ? 'content_changed' : put.reason };
    const { location } = put.stored;
    const read = await readBack(addAbortSignal(signal, store.read(location)), probe);
    return read.ok && s3 ? await tryLink(s3, location) : read;
  } catch (error) {
    const failed = s3Failure(error);
    if (!failed) throw error;
    return failed;
  }
}

async function readBack(content: Readable, probe: SourceFile): Promise<CheckStorageResult> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  if (hash.digest('hex') === probe.sha256) return { ok: true };
  return {
    ok: false,
    reason: 'content_changed',
    detail: 'The file that came back differs from the one that was sent.',
  };
}

/** What a customer's browser will do: fetch a presigned address at the public endpoint. */
async function tryLink(s3: S3Settings, location: string): Promise<CheckStorageResult> {
  const { presignS3 } = await import('./presign-s3');
  const address = await presignS3(s3, { location, fileName: 'probe.txt' });
  const { host } = new URL(address);
  try {
    const answer = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(LINK_MS) });
    const text = await answer.text();
    if (answer.status === 200) return { ok: true };
    return { ok: false, reason: 'link_failed', detail: `${host} answered ${answer.status}: ${text.slice(0, 400)}` };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return { ok: false, reason: 'link_failed', detail: `${host}: ${cause}` };
  }
}

async function writeProbe(folder: string): Promise<SourceFile> {
  const content = `Latchkey tries this storage: ${randomBytes(16).toString('hex')}\n`;
  const file = path.join(folder, 'probe.txt');
  await writeFile(file, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { path: file, sizeBytes: Buffer.byteLength(content), sha256 };
}

function notSetUp(): Failed {
  return { ok: false, reason: 'storage_not_set_up', detail: 'No bucket is set.' };
}
