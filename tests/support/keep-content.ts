import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { StorageSettings } from '@/lib/storage/storage-settings';
import { storeFile } from '@/lib/storage/store-file';

/** New files go to the local folder, and there is no bucket. */
export const LOCAL_ONLY: StorageSettings = { s3: undefined, newFiles: 'local' };

/** Keeps a content as an upload would, and answers where it lies. */
export async function keepContent(content: string | Buffer, settings: StorageSettings = LOCAL_ONLY) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-content-'));
  try {
    const file = path.join(folder, 'content');
    await writeFile(file, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const kept = await storeFile({ path: file, sizeBytes: Buffer.byteLength(content), sha256 }, { settings });
    if (!kept.ok) throw new Error(`${kept.reason}: ${kept.detail}`);
    return kept.stored;
  } finally {
    await rm(folder, { recursive: true });
  }
}
