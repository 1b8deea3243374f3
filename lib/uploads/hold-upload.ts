import { now } from '../clock';
import { db } from '../db/client';

const LEASE_MS = 60_000;
// Often enough for a moving progress line, and to notice within seconds that somebody cancelled.
const BEAT_MS = 2_000;

type Held = { id: string; fileName: string; sizeBytes: bigint; sha256: string };

/**
 * Takes an upload into this process's hands for as long as it lives, or answers undefined when it is in other hands or not
 * to be finished. `signal` aborts when the process stops or when the upload was cancelled meanwhile.
 */
export async function holdUpload(uploadId: string, stop?: AbortSignal) {
  const at = now();
  const { count } = await db().upload.updateMany({
    where: {
      id: uploadId,
      state: { in: ['checking', 'storing'] },
      OR: [{ leasedUntil: null }, { leasedUntil: { lt: at } }],
    },
    data: { leasedUntil: leaseFrom(at) },
  });
  if (count === 0) return undefined;
  const { sha256, ...row } = await db().upload.findUniqueOrThrow({
    where: { id: uploadId },
    select: { id: true, fileName: true, sizeBytes: true, sha256: true },
  });
  const upload: Held = { ...row, sha256: sha256 ?? '' };
  const gone = new AbortController();
  let storedBytes = 0;
  const beat = setInterval(() => {
    const data = { leasedUntil: leaseFrom(now()), storedBytes };
    renew(uploadId, data).then(
      (isMine) => (isMine ? undefined : gone.abort()),
      // The database is away for a moment; the lease outlives several of these.
      () => {},
    );
  }, BEAT_MS);
  return {
    upload,
    signal: stop ? AbortSignal.any([stop, gone.signal]) : gone.signal,
    noteStored: (bytes: number) => {
      storedBytes = bytes;
    },
    /** False when it was cancelled meanwhile. */
    enter: (state: 'storing') => renew(uploadId, { state }),
    letGo: async () => {
      clearInterval(beat);
      await renew(uploadId, { leasedUntil: null });
    },
  };
}

async function renew(
  uploadId: string,
  data: { leasedUntil?: Date | null; storedBytes?: number; state?: 'storing' },
): Promise<boolean> {
  const { count } = await db().upload.updateMany({
    where: { id: uploadId, state: { in: ['checking', 'storing'] } },
    data,
  });
  return count === 1;
}

function leaseFrom(at: Date): Date {
  return new Date(at.getTime() + LEASE_MS);
}
