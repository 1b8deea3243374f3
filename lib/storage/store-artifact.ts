import { writeLocalFile } from './local-folder';
import type { StoredFile } from './stored-file';

/**
 * Keeps the content of an artifact where new files go (the local folder) and answers its place, size and SHA-256, all found
 * while it is written: nothing is held in memory as a whole.
 */
export function storeArtifact(content: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  return writeLocalFile(content);
}
