import { statfs } from 'node:fs/promises';
import type { OnStep } from '../backup/backup-manifest';
import { env } from '../env';
import { type HeldRun, keepHold, LeaseLost } from './hold-run';

/** The store itself must be able to go on: orders, logs and uploads need room on the same disk. */
export const DISK_RESERVE_BYTES = 256 * 1024 * 1024;

const BEAT_MS = 20_000;
const ROOM_MS = 500;
const SAY_MS = 1_000;

/** There is less room than the store needs; thrown before a disk is really full. */
export class DiskFull extends Error {
  readonly code = 'ENOSPC';
  constructor(freeBytes: number) {
    super(`${Math.floor(freeBytes / 1_000_000)} MB are free on the disk of the data folder`);
  }
}

/** What a run is given for its way. */
export type Watch = { signal: AbortSignal; onStep: OnStep; isGentle: true };

/**
 * Does `work` while holding on to the run and keeping an eye on the disk. A lost hold, a disk that fills and `stop` abort the
 * signal; its reason is then what this throws.
 */
export async function watchRun<T>(run: HeldRun, stop: AbortSignal, work: (watch: Watch) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  const end = (reason: unknown) => ending.abort(reason);
  const onStop = () => end(stop.reason);
  stop.addEventListener('abort', onStop, { once: true });
  // A database that is away for a moment is met by the work itself.
  const onBeat = (error: unknown) => (error instanceof LeaseLost ? end(error) : undefined);
  const beat = setInterval(() => void keepHold(run).catch(onBeat), BEAT_MS);
  const look = setInterval(() => void checkRoom().catch(end), ROOM_MS);
  let saidAt = 0;
  const onStep: OnStep = async (steps) => {
    ending.signal.throwIfAborted();
    if (performance.now() - saidAt < SAY_MS && steps.done < steps.all) return;
    saidAt = performance.now();
    await keepHold(run, { steps });
  };
  try {
    if (stop.aborted) onStop();
    await checkRoom();
    return await work({ signal: ending.signal, onStep, isGentle: true });
  } catch (error) {
    // What the abort broke tells less than why it came.
    throw ending.signal.aborted ? ending.signal.reason : error;
  } finally {
    clearInterval(beat);
    clearInterval(look);
    stop.removeEventListener('abort', onStop);
  }
}

async function checkRoom(): Promise<void> {
  const { bavail, bsize } = await statfs(env().dataDir);
  if (bavail * bsize < DISK_RESERVE_BYTES) throw new DiskFull(bavail * bsize);
}
