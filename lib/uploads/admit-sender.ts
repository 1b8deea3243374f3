import { now } from '../clock';
import { liveAt } from '../customers/session';
import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { derivedKey } from '../secrets/keyring';
import { readUploadPermit, type UploadPermit } from './upload-permit';
import { OPEN_STATES, type SendProblem, type UploadState } from './upload-state';

export type AdmittedUpload = {
  id: string;
  state: UploadState;
  problem: string | null;
  fileName: string;
  sizeBytes: bigint;
  storedBytes: bigint;
};

export type AdmitSenderResult =
  | { ok: true; upload: AdmittedUpload }
  | { ok: false; reason: Extract<SendProblem, 'permit_invalid' | 'signed_out' | 'taken_over' | 'upload_not_found'> };

// An upload of hours would otherwise look abandoned; one write a minute is enough.
const TOUCH_EVERY_MS = 60_000;

/**
 * Whether the holder of a permit may send, asked anew with every request: the permit is ours, and in one query that its
 * session lives, belongs to an admin who is not disabled, and that this opening is the upload's newest.
 */
export async function admitSender(uploadId: string, permitText: string, at = now()): Promise<AdmitSenderResult> {
  const permit = isUuid(uploadId) ? readUploadPermit(uploadId, permitText, derivedKey('upload-permit')) : undefined;
  if (!permit) return { ok: false, reason: 'permit_invalid' };
  const upload = await db().upload.findFirst({
    where: {
      id: uploadId,
      opening: permit.opening,
      session: { id: permit.sessionId, ...liveAt(at), customer: { role: 'admin', disabledAt: null } },
    },
    select: {
      id: true,
      state: true,
      problem: true,
      fileName: true,
      sizeBytes: true,
      storedBytes: true,
      touchedAt: true,
    },
  });
  if (!upload) return { ok: false, reason: await whyNot(uploadId, permit) };
  if (at.getTime() - upload.touchedAt.getTime() >= TOUCH_EVERY_MS) await touch(uploadId, at);
  return { ok: true, upload };
}

async function touch(uploadId: string, at: Date): Promise<void> {
  await db().upload.updateMany({ where: { id: uploadId, state: { in: [...OPEN_STATES] } }, data: { touchedAt: at } });
}

async function whyNot(uploadId: string, permit: UploadPermit) {
  const row = await db().upload.findUnique({ where: { id: uploadId }, select: { opening: true } });
  if (!row) return 'upload_not_found';
  return row.opening === permit.opening ? 'signed_out' : 'taken_over';
}
