import { open } from 'node:fs/promises';
import type { FilePart } from './stored-file';

const CHUNK_BYTES = 64 * 1024;

/**
 * The bytes of a part of a file, always in the same piece of memory: a chunk may be used until the next one is asked for.
 * However large the file and however many readers, nothing is left behind for the garbage collector, which lets tens of
 * megabytes gather otherwise. A file that ends before the part does is an error.
 */
export async function* readInPlace(file: string, { first, last }: FilePart): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const chunk = Buffer.allocUnsafeSlow(Math.max(1, Math.min(CHUNK_BYTES, last - first + 1)));
    for (let position = first; position <= last; ) {
      const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, last - position + 1), position);
      if (bytesRead === 0) throw new Error('The file is shorter than it was a moment ago');
      yield chunk.subarray(0, bytesRead);
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
