import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isLocation, locationOf } from './file-location';
import type { Failed, FileStore, PutOptions, PutResult, SizeResult, SourceFile } from './file-store';

/** Files below a folder of this machine: streamed, flushed to disk, and there whole or not at all. */
export function localFolder(folder: string): FileStore {
  return {
    put: (file, how = {}) => putLocal(folder, file, how),
    size: (location) => sizeOf(folder, location),
    read: (location, part) => {
      if (!isLocation(location)) throw new Error('Not a location of the local folder');
      return createReadStream(path.join(folder, location), part ? { start: part.first, end: part.last } : {});
    },
    remove: async (location) => {
      if (isLocation(location)) await rm(path.join(folder, location), { force: true });
      return { ok: true };
    },
  };
}

async function putLocal(folder: string, file: SourceFile, how: PutOptions): Promise<PutResult> {
  const location = locationOf(file.sha256);
  const stored = { source: 'local' as const, location, sizeBytes: file.sizeBytes, sha256: file.sha256 };
  const temporary = path.join(folder, `.incoming-${randomUUID()}`);
  try {
    await mkdir(path.join(folder, path.dirname(location)), { recursive: true });
    const copied = await copyHashed(file.path, temporary, how);
    if (copied.sha256 !== file.sha256 || copied.sizeBytes !== file.sizeBytes) return differs(file, copied);
    await rename(temporary, path.join(folder, location));
    await flushFolder(path.join(folder, path.dirname(location)));
    return { ok: true, stored };
  } catch (error) {
    const failed = failureOf(error);
    if (failed === undefined) throw error;
    return failed;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** What a driver answers when the file is not what it was said to be. */
export function differs(said: SourceFile, found: { sizeBytes: number; sha256: string }): Failed<'content_differs'> {
  const detail = `Expected ${said.sizeBytes} bytes with SHA-256 ${said.sha256}, found ${found.sizeBytes} bytes with ${found.sha256}.`;
  return { ok: false, reason: 'content_differs', detail };
}

async function copyHashed(from: string, to: string, { onProgress, signal }: PutOptions) {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const target = await open(to, 'wx', 0o600);
  try {
    for await (const chunk of createReadStream(from, { highWaterMark: CHUNK_BYTES })) {
      signal?.throwIfAborted();
      hash.update(chunk);
      await target.writeFile(chunk);
      sizeBytes += chunk.length;
      onProgress?.(sizeBytes);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

const CHUNK_BYTES = 1024 * 1024;

// Without it a power cut may forget the name of a file whose content is on the disk.
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sizeOf(folder: string, location: string): Promise<SizeResult> {
  const missing = { ok: false as const, reason: 'file_missing' as const, detail: 'No such file in the folder.' };
  if (!isLocation(location)) return missing;
  try {
    const found = await stat(path.join(folder, location));
    return found.isFile() ? { ok: true, sizeBytes: found.size } : missing;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return missing;
    const failed = failureOf(error);
    if (failed === undefined) throw error;
    return failed;
  }
}

/** What the operating system refused, in our words; undefined for a fault of our own. */
function failureOf(error: unknown): Failed | undefined {
  const detail = error instanceof Error ? error.message : String(error);
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { ok: false, reason: 'disk_full', detail };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { ok: false, reason: 'access_denied', detail };
    case 'EIO':
    case 'ENOTDIR':
      return { ok: false, reason: 'storage_unreachable', detail };
    default:
      return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
