import { db } from '../db/client';
import { openText } from '../db/sealed-text';
import type { StorageSettings } from '../storage/storage-settings';
import type { StorageEntry } from './storage-entry';
import { readStorageRow, SECRET_PLACE } from './storage-row';

/** Where files lie and where new ones go, with the secret opened: for lib only, never for a page. */
export async function readStorageSettings(): Promise<StorageSettings> {
  const { newFiles, s3 } = await readStorageRow();
  if (!s3) return { newFiles, s3: undefined };
  const { sealedSecret, endpoint, publicEndpoint, ...rest } = s3;
  const secretAccessKey = await openText(Buffer.from(sealedSecret, 'base64'), SECRET_PLACE);
  return {
    newFiles,
    s3: { ...rest, endpoint: endpoint ?? undefined, publicEndpoint: publicEndpoint ?? undefined, secretAccessKey },
  };
}

/** The settings as a form shows them: without the secret, which no page ever gets. */
export type ShownStorage = { entry: StorageEntry; hasSecret: boolean; filesInBucket: number };

export async function readShownStorage(): Promise<ShownStorage> {
  const { newFiles, s3 } = await readStorageRow();
  const entry = {
    newFiles,
    endpoint: s3?.endpoint ?? '',
    publicEndpoint: s3?.publicEndpoint ?? '',
    region: s3?.region ?? '',
    bucket: s3?.bucket ?? '',
    accessKeyId: s3?.accessKeyId ?? '',
    secretAccessKey: '',
    forcePathStyle: s3?.forcePathStyle ?? false,
  };
  return { entry, hasSecret: s3 !== null, filesInBucket: await db().artifact.count({ where: { source: 's3' } }) };
}
