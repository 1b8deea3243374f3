/** The month `YYYY-MM` that an instant belongs to in a time zone (IANA name): what counts and quotas are kept by. */
export function billingPeriod(at: Date, zone: string): string {
  return dayIn(at, zone).slice(0, 7);
}

/** The instant at which the next month begins in a time zone: counts and quotas turn over then, without any job. */
export function nextPeriodAt(at: Date, zone: string): Date {
  const [year = 0, month = 1] = billingPeriod(at, zone).split('-').map(Number);
  const midnight = Date.UTC(year, month, 1);
  // The zone's offset at the wanted instant itself: a second look mends a guess that fell on the other side of a change.
  const guess = midnight - offsetMs(new Date(midnight), zone);
  return new Date(midnight - offsetMs(new Date(guess), zone));
}

function dayIn(at: Date, zone: string): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}

function offsetMs(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const local = Date.parse(`${parts.format(at).replace(' ', 'T')}Z`);
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
