import { z } from 'zod';

/** The row of store_setting that holds where files lie. It is written whole and never shown: it holds a sealed secret. */
export const STORAGE_KEY = 'storage';

export const storageRowSchema = z.object({
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

export const EMPTY_STORAGE: StorageRow = { newFiles: 'local', s3: null };

/** Where the secret lies, for its seal. */
export const SECRET_PLACE = { table: 'store_setting', column: 'value', rowId: STORAGE_KEY, ownerId: 'store' };
