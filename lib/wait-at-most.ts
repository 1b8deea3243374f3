import { setTimeout as wait } from 'node:timers/promises';

/** What the work comes to, or undefined once `ms` milliseconds are over; the work itself goes on. What it throws is thrown. */
export async function waitAtMost<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  const control = new AbortController();
  const late = wait(ms, undefined, { signal: control.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    control.abort();
  }
}
