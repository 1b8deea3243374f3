/** How far back a report looks, in days with today. */
export const REPORT_RANGES = [7, 30, 90] as const;
export type ReportRange = (typeof REPORT_RANGES)[number];

/** The days of a report. Days are UTC's, as everything the store writes down. */
export type ReportDays = {
  /** Midnight that began the first day. */
  from: Date;
  /** The present: today is not over. */
  at: Date;
  /** `2026-11-21`, the oldest first, today last. */
  days: string[];
};

const DAY_MS = 86_400_000;

/** The last `range` days with today, and nothing after `at`. */
export function reportDays(range: ReportRange, at: Date): ReportDays {
  const today = startOfDay(at).getTime();
  const days = Array.from({ length: range }, (_, i) => dayName(new Date(today - (range - 1 - i) * DAY_MS)));
  return { from: new Date(today - (range - 1) * DAY_MS), at, days };
}

/** The as many days before those of a report, up to the same time of day as `at`, to compare with. */
export function daysBefore({ at, days }: ReportDays): ReportDays {
  const earlier = new Date(at.getTime() - days.length * DAY_MS);
  const from = startOfDay(new Date(earlier.getTime() - (days.length - 1) * DAY_MS));
  return { from, at: earlier, days: days.map((_, i) => dayName(new Date(from.getTime() + i * DAY_MS))) };
}

/** Midnight UTC of the day `at` is in. */
export function startOfDay(at: Date): Date {
  return new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS);
}

/** The day in UTC, as `2026-11-21`. */
export function dayName(at: Date): string {
  return at.toISOString().slice(0, 10);
}
