/** A calendar month in the store's billing zone: what counters and the quota are counted in. */
export type Period = {
  /** YYYY-MM */
  id: string;
  startsAt: Date;
  /** The instant at which the next one begins, and with it every counter. */
  endsAt: Date;
};

const formats = new Map<string, Intl.DateTimeFormat>();
let last: { zone: string; period: Period } | undefined;

/**
 * The period an instant lies in. Counter and quota both ask here, so both turn over at the same instant and no job can miss
 * it (rows 1.19 and 1.22). `zone` is an IANA name.
 */
export function periodOf(at: Date, zone: string): Period {
  // Nearly every call lies in the month of the one before; asking Intl costs more than the rest of the guard.
  if (last?.zone === zone && at >= last.period.startsAt && at < last.period.endsAt) return last.period;
  const { year, month } = localDate(at, zone);
  const period = {
    id: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`,
    startsAt: midnight(year, month, zone),
    endsAt: month === 12 ? midnight(year + 1, 1, zone) : midnight(year, month + 1, zone),
  };
  last = { zone, period };
  return period;
}

/** The instant at which the first of a month begins in a zone. */
function midnight(year: number, month: number, zone: string): Date {
  const asUtc = Date.UTC(year, month - 1, 1);
  // The zone's offset at the guess may differ from that at the answer (a clock change on the 1st), so it is asked twice.
  const guess = asUtc - offsetMs(new Date(asUtc), zone);
  return new Date(asUtc - offsetMs(new Date(guess), zone));
}

function offsetMs(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = localDate(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}

type LocalDate = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;

function localDate(at: Date, zone: string): LocalDate {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const numeric = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, calendar: 'gregory', ...numeric, ...time });
    formats.set(zone, format);
  }
  return format;
}
