import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { stagedBytes } from './staged-file';
import { OPEN_STATES, type UploadStanding } from './upload-state';

export type UnfinishedUpload = UploadStanding & {
  id: string;
  adminId: string;
  /** Whom to ask about it. */
  adminName: string;
  touchedAt: Date;
};

/** What is on its way to a release, the longest first. */
export async function listUnfinished(releaseId: string): Promise<UnfinishedUpload[]> {
  if (!isUuid(releaseId)) return [];
  const rows = await db().upload.findMany({
    where: { releaseId, state: { in: [...OPEN_STATES] } },
    include: { admin: { select: { name: true, email: true } } },
    orderBy: { createdAt: 'asc' },
  });
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      adminId: row.adminId,
      adminName: row.admin.name ?? row.admin.email,
      touchedAt: row.touchedAt,
      state: row.state,
      problem: row.problem ?? undefined,
      fileName: row.fileName,
      sizeBytes: Number(row.sizeBytes),
      receivedBytes: await stagedBytes(row.id),
      storedBytes: Number(row.storedBytes),
    })),
  );
}
