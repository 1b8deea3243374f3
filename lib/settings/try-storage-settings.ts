import { type CheckStorageResult, checkStorage } from '../storage/check-storage';
import type { StorageSettings } from '../storage/storage-settings';
import { readStorageSettings } from './read-storage-settings';
import { type EnteredBucket, readStorageEntry, type StorageEntry, type StorageFault } from './storage-entry';
import { readStorageRow } from './storage-row';

export type TryStorageResult = CheckStorageResult | { ok: false; reason: 'storage_invalid'; faults: StorageFault[] };

/** Why a storage that was tried did not work. */
export type StorageTrouble = Extract<CheckStorageResult, { ok: false }>['reason'];

/** Tries settings as they were entered, before they are saved: a tiny file is put, read back, fetched by link and deleted. */
export async function tryStorageSettings(entry: StorageEntry): Promise<TryStorageResult> {
  const read = readStorageEntry(entry, await readStorageRow());
  if (!read.ok) return { ok: false, reason: 'storage_invalid', faults: read.faults };
  return checkStorage(await settingsOf(read.newFiles, read.s3));
}

async function settingsOf(newFiles: 'local' | 's3', entered: EnteredBucket | undefined): Promise<StorageSettings> {
  if (!entered) return { newFiles, s3: undefined };
  const { secret, endpoint, publicEndpoint, ...rest } = entered;
  const secretAccessKey = secret ?? (await readStorageSettings()).s3?.secretAccessKey ?? '';
  return {
    newFiles,
    s3: { ...rest, endpoint: endpoint ?? undefined, publicEndpoint: publicEndpoint ?? undefined, secretAccessKey },
  };
}
