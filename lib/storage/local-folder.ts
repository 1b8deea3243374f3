import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { env } from '../env';
import type { FilePart, StoredFile } from './stored-file';

// A location is the SHA-256 of the content behind its first two digits. Nothing else is ever joined to the folder's path,
// so no file name and no "../" can lead out of it.
const LOCATION = /^([0-9a-f]{2})\/\1[0-9a-f]{62}$/;

/**
 * Keeps a file below `<data folder>/artifacts`, under the hash of its content. It appears whole and flushed to disk, or not
 * at all; the same content twice is one file.
 */
export async function writeLocalFile(content: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const folder = artifactFolder();
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `.incoming-${randomUUID()}`);
  try {
    const { sha256, sizeBytes } = await writeHashed(temporary, content);
    const location = `${sha256.slice(0, 2)}/${sha256}`;
    await mkdir(path.join(folder, sha256.slice(0, 2)), { recursive: true });
    await rename(temporary, path.join(folder, location));
    return { source: 'local', location, sizeBytes, sha256 };
  } finally {
    await rm(temporary, { force: true });
  }
}

/** The size of a kept file, or undefined when there is none at that location. */
export async function localFileSize(location: string): Promise<number | undefined> {
  if (!LOCATION.test(location)) return undefined;
  try {
    const found = await stat(path.join(artifactFolder(), location));
    return found.isFile() ? found.size : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The content, or a part of it, as a stream that reads only as fast as it is read. */
export function readLocalFile(location: string, part?: FilePart): Readable {
  if (!LOCATION.test(location)) throw new Error('Not a location of the local folder');
  return createReadStream(path.join(artifactFolder(), location), part ? { start: part.first, end: part.last } : {});
}

function artifactFolder(): string {
  return path.join(env().dataDir, 'artifacts');
}

async function writeHashed(file: string, content: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      sizeBytes += chunk.byteLength;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
