import type { Health } from './read-health';

/** degraded: the store serves, but something that part of it needs does not work. */
export type Readiness = { status: 'ok' | 'degraded' | 'unavailable'; httpStatus: 200 | 503 };

/**
 * What a probe is told. Without storage nobody can download, while licences are checked and orders are taken as before, so
 * the store stays in service; which part it is stands on the dashboard, for admins only.
 */
export function tellReadiness(health: Pick<Health, 'isReady'>, storage: 'good' | 'bad' | 'slow'): Readiness {
  if (!health.isReady) return { status: 'unavailable', httpStatus: 503 };
  return { status: storage === 'good' ? 'ok' : 'degraded', httpStatus: 200 };
}

/** How long a probe waits for a storage nobody has tried lately. */
export const PROBE_PATIENCE_MS = 500;
