import { z } from 'zod';
import { db, type Tx } from '../db/client';

/** The row of store_setting that holds where files lie. It is written whole and never shown: it holds a sealed secret. */
export const STORAGE_KEY = 'storage';

const storageRowSchema = z.object({
  newFiles: z.enum(['local', 's3']),
  s3: z
    .object({
      endpoint: z.string().nullable(),
      publicEndpoint: z.string().nullable(),
      region: z.string(),
      bucket: z.string(),
      accessKeyId: z.string(),
      /** lib/db/sealed-text, in base64. */
      sealedSecret: z.string(),
      forcePathStyle: z.boolean(),
    })
    .nullable(),
});

export type StorageRow = z.infer<typeof storageRowSchema>;

/** Where the secret lies, for its seal. */
export const SECRET_PLACE = { table: 'store_setting', column: 'value', rowId: STORAGE_KEY, ownerId: 'store' };

/** The row as it lies; a store that never saved it keeps files in the local folder. */
export async function readStorageRow(tx: Tx = db()): Promise<StorageRow> {
  const row = await tx.storeSetting.findUnique({ where: { key: STORAGE_KEY } });
  return row ? storageRowSchema.parse(row.value) : { newFiles: 'local', s3: null };
}
