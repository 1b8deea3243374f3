import { reportCallErrors } from '../request-log/note-call';
import { log } from './log';

const AGAIN_MS = 1_000;

/** Writes what goes wrong inside client calls to the process's log. An outage fails them all alike: one line a second. */
export function logCallErrors(): void {
  let loggedAt = Number.NEGATIVE_INFINITY;
  let unlogged = 0;
  reportCallErrors((error) => {
    if (performance.now() - loggedAt < AGAIN_MS) {
      unlogged++;
      return;
    }
    log().error({ err: error, unlogged }, 'client_call.failed');
    loggedAt = performance.now();
    unlogged = 0;
  });
}
