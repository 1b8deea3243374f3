import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Failed, SourceFile } from './file-store';

type Said = { sizeBytes: number; sha256: string };

/** The content is not what it was said to be. Thrown within this folder only; drivers answer it as `content_differs`. */
export class ContentDiffers extends Error {
  override name = 'ContentDiffers';

  constructor(said: Said, found: Said) {
    super(
      `Expected ${said.sizeBytes} bytes with SHA-256 ${said.sha256}, found ${found.sizeBytes} bytes with ${found.sha256}.`,
    );
  }
}

const CHUNK_BYTES = 256 * 1024;

/** The file in chunks, checked as it goes by; ends with an error when it differs or when `signal` is aborted. */
export async function* readChecked(file: SourceFile, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const source: AsyncIterable<Buffer> = createReadStream(file.path, { highWaterMark: CHUNK_BYTES });
  for await (const chunk of checkContent(source, file)) {
    signal?.throwIfAborted();
    yield chunk;
  }
  signal?.throwIfAborted();
}

/**
 * Passes a content on and compares it with what it is said to be. The last chunk is held back until the comparison is made,
 * so whoever reads a differing content never gets all of it.
 */
export async function* checkContent(content: AsyncIterable<Buffer>, said: Said): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let held: Buffer | undefined;
  for await (const chunk of content) {
    if (held) yield held;
    hash.update(chunk);
    sizeBytes += chunk.length;
    held = chunk;
    if (sizeBytes > said.sizeBytes) throw new ContentDiffers(said, { sizeBytes, sha256: 'another hash' });
  }
  const found = { sizeBytes, sha256: hash.digest('hex') };
  if (found.sha256 !== said.sha256 || found.sizeBytes !== said.sizeBytes) throw new ContentDiffers(said, found);
  if (held) yield held;
}

/** Reads a file only to compare it with what it is said to be. */
export async function confirmContent(file: SourceFile, signal?: AbortSignal): Promise<void> {
  for await (const _chunk of readChecked(file, signal)) {
    // The reading is the point.
  }
}

export function contentDiffers(error: ContentDiffers): Failed<'content_differs'> {
  return { ok: false, reason: 'content_differs', detail: error.message };
}
