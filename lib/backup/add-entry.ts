import { pipeline } from 'node:stream/promises';
import type { Pack } from 'tar-stream';

/** Adds one entry to an archive, as fast as the archive is written. Content of another size than announced is a fault. */
export async function addEntry(
  archive: Pack,
  { name, size }: { name: string; size: number },
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  await pipeline(content, archive.entry({ name, size, mode: 0o600 }));
}
