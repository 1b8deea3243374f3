import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { ContentDiffers, confirmContent, contentDiffers, readChecked } from './checked-content';
import { isLocation, locationOf } from './file-location';
import type { Failed, FileStore, PutOptions, PutResult, SizeResult, SourceFile } from './file-store';
import { readInPlace } from './read-in-place';

/** Files below a folder of this machine: streamed, flushed to disk, and there whole or not at all. */
export function localFolder(folder: string): FileStore {
  return {
    put: (file, how = {}) => putLocal(folder, file, how),
    size: (location) => sizeOf(folder, location),
    read: (location, part) => {
      if (!isLocation(location)) throw new Error('Not a location of the local folder');
      return createReadStream(path.join(folder, location), part ? { start: part.first, end: part.last } : {});
    },
    readInPlace: (location, part) => {
      if (!isLocation(location)) throw new Error('Not a location of the local folder');
      return readInPlace(path.join(folder, location), part);
    },
    remove: (location) => removeLocal(folder, location),
  };
}

async function putLocal(folder: string, file: SourceFile, how: PutOptions): Promise<PutResult> {
  const location = locationOf(file.sha256);
  const stored = { source: 'local' as const, location, sizeBytes: file.sizeBytes, sha256: file.sha256 };
  try {
    how.signal?.throwIfAborted();
    const there = await sizeOf(folder, location);
    if (there.ok && there.sizeBytes === file.sizeBytes) {
      await confirmContent(file, how.signal);
      how.onProgress?.(file.sizeBytes);
    } else {
      await copyInto(path.join(folder, location), file, how);
    }
    return { ok: true, stored };
  } catch (error) {
    if (error instanceof ContentDiffers) return contentDiffers(error);
    const failed = failureOf(error);
    if (failed === undefined) throw error;
    return failed;
  }
}

/** Writes beside the target and renames: whoever looks sees the whole file or none. */
async function copyInto(target: string, file: SourceFile, how: PutOptions): Promise<void> {
  const folder = path.dirname(target);
  const temporary = path.join(folder, `.incoming-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    await copyChecked(temporary, file, how);
    await rename(temporary, target);
    await flushFolder(folder);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function copyChecked(to: string, file: SourceFile, { onProgress, signal }: PutOptions): Promise<void> {
  let sentBytes = 0;
  const target = await open(to, 'wx', 0o600);
  try {
    for await (const chunk of readChecked(file, signal)) {
      await target.writeFile(chunk);
      sentBytes += chunk.length;
      onProgress?.(sentBytes);
    }
    await target.sync();
  } finally {
    await target.close();
  }
}

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
    if (codeOf(error) === 'ENOENT') return missing;
    const failed = failureOf(error);
    if (failed === undefined) throw error;
    return failed;
  }
}

async function removeLocal(folder: string, location: string): Promise<{ ok: true } | Failed> {
  try {
    if (isLocation(location)) await rm(path.join(folder, location), { force: true });
    return { ok: true };
  } catch (error) {
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
    case 'EEXIST':
      return { ok: false, reason: 'storage_unreachable', detail };
    default:
      return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
