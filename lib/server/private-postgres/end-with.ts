import type { ChildProcess } from 'node:child_process';
import { StartRefused } from '../../errors';

/**
 * Ends a program and what it has started by `how` when `signal` says so, or when this process ends first: each cluster
 * program has a process group of its own, so that no Ctrl-C reaches it by itself.
 */
export function endWith(child: ChildProcess, signal: AbortSignal | undefined, how: 'SIGINT' | 'SIGTERM'): void {
  const end = () => endGroup(child, how);
  signal?.addEventListener('abort', end, { once: true });
  process.once('exit', end);
  child.once('exit', () => {
    signal?.removeEventListener('abort', end);
    process.removeListener('exit', end);
  });
}

/** Goes no further with a start that is being stopped. */
export function refuseWhenEnded(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new StartRefused('The start was stopped.');
}

function endGroup(child: ChildProcess, how: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, how);
  } catch {
    // It has ended already, or this system knows no groups.
    child.kill(how);
  }
}
