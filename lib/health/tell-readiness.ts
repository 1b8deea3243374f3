import type { WayOut } from '../ways-out';
import type { Health } from './read-health';

/** degraded: the store serves, but something that part of it needs does not work. */
export type Readiness = { status: 'ok' | 'degraded' | 'unavailable'; httpStatus: 200 | 503 };

/**
 * What a probe is told. Without storage nobody can download and without Stripe nobody can pay, while licences are checked as
 * before, so the store stays in service; which part it is stands on the dashboard, for admins only. `closed`: the ways out
 * that are not tried for now.
 */
export function tellReadiness(
  health: Pick<Health, 'isReady'>,
  storage: 'good' | 'bad' | 'slow',
  closed: readonly WayOut[],
): Readiness {
  if (!health.isReady) return { status: 'unavailable', httpStatus: 503 };
  const isWhole = storage === 'good' && closed.length === 0;
  return { status: isWhole ? 'ok' : 'degraded', httpStatus: 200 };
}

/** How long a probe waits for a storage nobody has tried lately. */
export const PROBE_PATIENCE_MS = 500;
