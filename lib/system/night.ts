const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The night (UTC) whose hour was the last to strike before `at`: its name, and when it struck. */
export function nightBefore(at: Date, hour: number): { night: Date; struckAt: Date } {
  const days = Math.floor((at.getTime() - hour * HOUR_MS) / DAY_MS);
  return { night: new Date(days * DAY_MS), struckAt: new Date(days * DAY_MS + hour * HOUR_MS) };
}

/** When the hour strikes next after `at`. */
export function nextNight(at: Date, hour: number): Date {
  return new Date(nightBefore(at, hour).struckAt.getTime() + DAY_MS);
}
