import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { stagedBytes } from './staged-file';
import type { UploadStanding } from './upload-state';

export type ReadUpload = UploadStanding & {
  id: string;
  releaseId: string;
  adminId: string;
  /** The file of the release that it became. */
  artifactId: string | undefined;
};

/** How an upload stands: whose it is, how far it came, and what it became. Ended ones are remembered for a week. */
export async function readUpload(uploadId: string): Promise<ReadUpload | undefined> {
  if (!isUuid(uploadId)) return undefined;
  const row = await db().upload.findUnique({ where: { id: uploadId } });
  if (!row) return undefined;
  const { id, releaseId, adminId, state, problem, fileName } = row;
  const [sizeBytes, storedBytes] = [Number(row.sizeBytes), Number(row.storedBytes)];
  const artifact =
    state === 'ready'
      ? await db().artifact.findFirst({ where: { releaseId, fileName }, select: { id: true } })
      : undefined;
  return {
    ...{ id, releaseId, adminId, state, fileName, sizeBytes, storedBytes },
    problem: problem ?? undefined,
    receivedBytes: state === 'ready' ? sizeBytes : await stagedBytes(id),
    artifactId: artifact?.id,
  };
}
