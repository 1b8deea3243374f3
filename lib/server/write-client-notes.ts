import { flushMarks } from '../access-keys/flush-marks';
import { flushAccessNotes } from '../access-keys/flush-notes';
import { flushDownloads } from '../downloads/flush-downloads';
import { flushSeenActivations } from '../licensing/see-activations';
import { flushCalls } from '../request-log/flush-calls';

/** How long notes may gather. With the time that writing them takes, a killed process loses at most a second of them. */
export const CLIENT_NOTES_MS = 750;

/** Writes what client calls and downloads left on the side; each part is written even when another cannot be. */
export async function writeClientNotes(): Promise<void> {
  const results = await Promise.allSettled([
    flushCalls(),
    flushSeenActivations(),
    flushDownloads(),
    flushAccessNotes(),
    flushMarks(),
  ]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
