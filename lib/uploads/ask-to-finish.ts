import { now } from '../clock';
import { db } from '../db/client';
import { stagedBytes } from './staged-file';

export type AskToFinishResult =
  | { ok: true }
  | { ok: false; reason: 'hash_invalid' | 'not_complete' | 'upload_ended' | 'upload_not_found' };

/**
 * Says that every byte was sent and what their SHA-256 must be. The checking itself follows (finish-upload.ts). Asking
 * again, also after a failure of the storage, is asking once.
 */
export async function askToFinish(uploadId: string, sha256: string, at = now()): Promise<AskToFinishResult> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return { ok: false, reason: 'hash_invalid' };
  const upload = await db().upload.findUnique({ where: { id: uploadId } });
  if (!upload) return { ok: false, reason: 'upload_not_found' };
  if (upload.state === 'checking' || upload.state === 'storing' || upload.state === 'ready') return { ok: true };
  if (upload.state !== 'receiving' && upload.state !== 'stalled') return { ok: false, reason: 'upload_ended' };
  if (BigInt(await stagedBytes(uploadId)) !== upload.sizeBytes) return { ok: false, reason: 'not_complete' };
  await db().upload.updateMany({
    where: { id: uploadId, state: { in: ['receiving', 'stalled'] } },
    data: { state: 'checking', sha256, problem: null, storedBytes: 0, leasedUntil: null, touchedAt: at },
  });
  return { ok: true };
}
