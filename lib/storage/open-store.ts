import path from 'node:path';
import { env } from '../env';
import { unreachable } from '../errors';
import type { FileStore } from './file-store';
import { localFolder } from './local-folder';
import type { StorageSettings } from './storage-settings';

/** The store of files behind a source; undefined when it is not set up. */
export function fileStore(source: 'local' | 's3', settings: StorageSettings): FileStore | undefined {
  switch (source) {
    case 'local':
      return localFolder(path.join(env().dataDir, 'artifacts'));
    case 's3':
      return settings.s3 ? undefined : undefined;
    default:
      return unreachable(source);
  }
}
