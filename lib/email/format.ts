import { formatMinorUnits } from '../minor-units';

/** An amount of minor units as people read it: `$49.00`, `¥4,900`, `KWD 4.900`. */
export function formatMoney(minorUnits: number, currency: string): string {
  return formatMinorUnits(minorUnits, currency, { locale: 'en-US' });
}

/** A day in words, in UTC: `21 November 2026`. */
export function formatDay(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    at,
  );
}

/** A minute in words, with its zone: `21 November 2026 at 14:05 UTC`. */
export function formatMinute(at: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(at);
  return `${formatDay(at)} at ${time} UTC`;
}
