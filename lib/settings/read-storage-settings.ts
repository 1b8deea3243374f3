import { db } from '../db/client';
import { openText } from '../db/sealed-text';
import type { StorageSettings } from '../storage/storage-settings';
import { EMPTY_STORAGE, SECRET_PLACE, STORAGE_KEY, storageRowSchema } from './storage-row';

/** Where files lie and where new ones go, with the secret opened: for lib only, never for a page. */
export async function readStorageSettings(): Promise<StorageSettings> {
  const row = await db().storeSetting.findUnique({ where: { key: STORAGE_KEY } });
  const { newFiles, s3 } = row ? storageRowSchema.parse(row.value) : EMPTY_STORAGE;
  if (!s3) return { newFiles, s3: undefined };
  const { sealedSecret, endpoint, publicEndpoint, ...rest } = s3;
  const secretAccessKey = await openText(Buffer.from(sealedSecret, 'base64'), SECRET_PLACE);
  return {
    newFiles,
    s3: { ...rest, endpoint: endpoint ?? undefined, publicEndpoint: publicEndpoint ?? undefined, secretAccessKey },
  };
}
