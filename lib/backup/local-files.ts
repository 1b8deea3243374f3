import path from 'node:path';
import { env } from '../env';
import type { FileStore } from '../storage/file-store';
import { localFolder } from '../storage/local-folder';

/** The release files in this store's data folder. */
export function localFiles(): FileStore {
  return localFolder(path.join(env().dataDir, 'artifacts'));
}
