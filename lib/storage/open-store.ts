import path from 'node:path';
import { env } from '../env';
import { unreachable } from '../errors';
import type { FileStore } from './file-store';
import { localFolder } from './local-folder';
import type { StorageSettings } from './storage-settings';

/** The store of files behind a source; undefined when it is not set up. */
export async function fileStore(source: 'local' | 's3', settings: StorageSettings): Promise<FileStore | undefined> {
  switch (source) {
    case 'local':
      return localFolder(path.join(env().dataDir, 'artifacts'));
    case 's3': {
      if (!settings.s3) return undefined;
      // The vendor's package costs tens of megabytes: a store without a bucket never loads it.
      const { s3Bucket } = await import('./s3-bucket');
      return s3Bucket(settings.s3);
    }
    default:
      return unreachable(source);
  }
}
