import { open, truncate } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { now } from '../clock';
import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { ensureStagedFile, hasRoomFor, stagedBytes, stagedPath } from './staged-file';
import type { SendProblem } from './upload-state';

export type ReceivePartResult =
  | { ok: true; receivedBytes: number }
  | {
      ok: false;
      reason:
        | Extract<
            SendProblem,
            'upload_not_found' | 'upload_ended' | 'wrong_offset' | 'too_many_bytes' | 'part_too_large' | 'disk_full'
          >
        /** The sender went away; what arrived is kept. */
        | 'broken_off';
    };

/**
 * Takes the next bytes of an upload as they come, without holding them in memory, from the person who began it. They must go
 * on where the last ones ended; `offset` 0 begins anew. Two senders at once do no harm: the whole file is compared with its
 * SHA-256 at the end.
 */
export async function receivePart(part: {
  uploadId: string;
  adminId: string;
  offset: number;
  mostBytes: number;
  bytes: Readable;
  at?: Date;
}): Promise<ReceivePartResult> {
  const { uploadId, adminId, offset, at = now() } = part;
  const upload = isUuid(uploadId)
    ? await db().upload.findFirst({ where: { id: uploadId, adminId }, select: { state: true, sizeBytes: true } })
    : null;
  if (!upload) return { ok: false, reason: 'upload_not_found' };
  if (upload.state !== 'receiving') return { ok: false, reason: 'upload_ended' };
  const missing = Number(upload.sizeBytes) - offset;
  if (offset !== 0 && offset !== (await stagedBytes(uploadId))) return { ok: false, reason: 'wrong_offset' };
  if (!(await hasRoomFor(Math.min(missing, part.mostBytes)))) return { ok: false, reason: 'disk_full' };
  await db().upload.updateMany({ where: { id: uploadId, state: 'receiving' }, data: { touchedAt: at } });
  await ensureStagedFile(uploadId);
  if (offset === 0) await truncate(stagedPath(uploadId), 0);
  const refusal = await write(part, missing);
  return refusal ? { ok: false, reason: refusal } : { ok: true, receivedBytes: await stagedBytes(uploadId) };
}

type Part = { uploadId: string; offset: number; mostBytes: number; bytes: Readable };
type WriteRefusal = 'too_many_bytes' | 'part_too_large' | 'disk_full' | 'broken_off';

async function write({ uploadId, offset, mostBytes, bytes }: Part, missing: number): Promise<WriteRefusal | undefined> {
  const handle = await open(stagedPath(uploadId), 'r+');
  let written = 0;
  try {
    // An iterator that is left early would destroy a request, and its answer with it.
    for await (const chunk of bytes.iterator({ destroyOnReturn: false })) {
      const part = Buffer.from(chunk);
      const over = overOf(written + part.length, { missing, mostBytes });
      if (over) {
        // As if this part had never begun.
        await handle.truncate(offset);
        return over;
      }
      await handle.write(part, 0, part.length, offset + written);
      written += part.length;
    }
    return undefined;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return reason;
  } finally {
    await handle.close();
  }
}

function overOf(bytes: number, most: { missing: number; mostBytes: number }): WriteRefusal | undefined {
  if (bytes > most.missing) return 'too_many_bytes';
  return bytes > most.mostBytes ? 'part_too_large' : undefined;
}

function reasonOf(error: unknown): WriteRefusal | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  // What the file itself refuses is ours to mend; everything else is the line.
  return error instanceof Error && 'syscall' in error && error.syscall === 'write' ? undefined : 'broken_off';
}
