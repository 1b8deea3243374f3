export type DateForm = 'day' | 'moment';

/** A day ("30 Nov 2026") or a moment with its zone ("30 Nov 2026, 14:00 CET") in the given zone. */
export function formatDate(at: Date, form: DateForm, timeZone: string, locale = 'en-GB'): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
    ...(form === 'moment' ? { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' as const } : {}),
  }).format(at);
}

/** The same instant for machines and for the title: "2026-11-30 13:00:00 UTC". */
export function exactUtc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
