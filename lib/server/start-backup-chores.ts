import { now } from '../clock';
import { doRuns } from '../system/do-runs';
import { forgetOldRuns, planRuns } from '../system/plan-runs';
import { repeat } from './repeat';
import type { StopList } from './stop-list';

const MINUTE_MS = 60_000;
// Whoever presses "Back up now" looks on.
const LOOK_MS = 2_000;

/** Backups and drills, made by the store itself. Any number of processes may do it at once. */
export function startBackupChores(stops: StopList): void {
  stops.add(
    'the planning of backups',
    repeat('backups.plan', MINUTE_MS, () => planRuns(now())),
  );
  stops.add(
    'the tidying of backups',
    repeat('backups.tidy', 60 * MINUTE_MS, () => forgetOldRuns(now())),
  );
  const stopping = new AbortController();
  const ended = repeat('backups.run', LOOK_MS, () => doRuns(stopping.signal));
  stops.add('the backups', async () => {
    // A backup may take an hour; it is given back instead, and the next process takes it up.
    stopping.abort(new Error('The store is stopping'));
    await ended();
  });
}
