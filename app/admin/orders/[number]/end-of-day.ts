/** The last instant of a day in UTC (`2026-11-30`), as a date field sends it; an invalid date for anything else. */
export function endOfDay(day: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T23:59:59.999Z` : 'none');
}

/** The day after an instant, as a date field takes it: the first one that is later. */
export function dayAfter(at: Date): string {
  return new Date(at.getTime() + 86_400_000).toISOString().slice(0, 10);
}
