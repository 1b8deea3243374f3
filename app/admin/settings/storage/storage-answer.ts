import type { StorageEntry, StorageFault } from '@/lib/settings/storage-entry';
import type { StorageTrouble } from '@/lib/settings/try-storage-settings';

/** What pressing a button came to. What was typed comes back, but never the secret. */
export type StorageAnswer =
  | { outcome: 'none' }
  | { outcome: 'saved'; isChanged: boolean }
  | { outcome: 'works'; entered: StorageEntry; where: 'bucket' | 'local' }
  | { outcome: 'failed'; entered: StorageEntry; trouble: StorageTrouble; detail: string }
  | { outcome: 'tested_often'; entered: StorageEntry; retryAfterSeconds: number }
  | { outcome: 'refused'; entered: StorageEntry; faults: StorageFault[] };
