import type { PutOptions, PutResult, SourceFile } from './file-store';
import { fileStore } from './open-store';
import type { StorageSettings } from './storage-settings';

/**
 * Keeps a file of this machine where new files go, under its SHA-256. Size and hash are checked while it is sent; an equal
 * file that is already there is reused. The file itself stays where it is. Aborting `signal` rejects with its reason.
 */
export async function storeFile(file: SourceFile, how: { settings: StorageSettings } & PutOptions): Promise<PutResult> {
  const { settings, ...options } = how;
  const store = await fileStore(settings.newFiles, settings);
  if (store) return store.put(file, options);
  return { ok: false, reason: 'storage_not_set_up', detail: 'New files go to S3, but no bucket is set.' };
}
