const DAY_MS = 86_400_000;
// East of Greenwich it is tomorrow already.
const AHEAD_MS = 14 * 3_600_000;

/**
 * The instant of a release day as a form sends it, `2026-11-21`. The day of `kept` (what is on record) stays that instant,
 * so that saving a form anew moves nothing; today is this moment, so that a second version of one day comes after the
 * first; any other day begins at 00:00 UTC. Undefined for anything that is no day.
 */
export function readReleaseDay(text: string, at: Date, kept?: Date): Date | undefined {
  // PostgreSQL has no year 0.
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const start = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(start.getTime()) || releaseDay(start) !== text) return undefined;
  if (kept && releaseDay(kept) === text) return kept;
  const isToday = at.getTime() >= start.getTime() - AHEAD_MS && at.getTime() < start.getTime() + DAY_MS;
  return isToday ? at : start;
}

/** The day of an instant as a form shows it. */
export function releaseDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
