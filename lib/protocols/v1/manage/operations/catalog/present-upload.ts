import { z } from 'zod';
import type { ReadUpload } from '../../../../../uploads/read-upload';
import { uuid } from './fields';
import { artifactSchema } from './present-release';

/** What is said of a file before it comes. */
export const fileShape = {
  file_name: z.string().describe('As customers keep it.'),
  platform: z.string().default('').describe('For example Windows; empty: for everybody.'),
};

/** What became of a file that was sent whole. */
export const sentSchema = z
  .object({
    upload_id: uuid.nullable().describe('Null: the version had this very file already.'),
    artifact: artifactSchema.nullable().describe('Null while the store is still keeping it; the upload tells.'),
  })
  .meta({ id: 'SentFile' });

export const uploadSchema = z
  .object({
    id: uuid,
    release_id: uuid,
    state: z.enum(['receiving', 'checking', 'storing', 'stalled', 'ready', 'refused', 'cancelled', 'abandoned']),
    problem: z.string().nullable().describe('Why it stalled or was refused.'),
    file_name: z.string(),
    size_bytes: z.int(),
    received_bytes: z.int().describe('Where the next part begins.'),
    stored_bytes: z.int(),
    artifact_id: uuid.nullable().describe('The file that it became.'),
  })
  .meta({ id: 'Upload' });

/** How an upload stands. */
export function presentUpload(upload: ReadUpload): z.input<typeof uploadSchema> {
  const { id, state } = upload;
  return {
    ...{ id, state },
    release_id: upload.releaseId,
    problem: upload.problem ?? null,
    file_name: upload.fileName,
    size_bytes: upload.sizeBytes,
    received_bytes: upload.receivedBytes,
    stored_bytes: upload.storedBytes,
    artifact_id: upload.artifactId ?? null,
  };
}
