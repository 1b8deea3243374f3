import { billingPeriod, nextPeriodAt } from './billing-period';

/** A calendar month in the store's billing zone: what counters and the quota are counted in. */
export type Period = {
  /** YYYY-MM */
  id: string;
  /** The instant at which the next one begins, and with it every counter. */
  endsAt: Date;
};

let last: { zone: string; from: number; period: Period } | undefined;

/**
 * The period an instant lies in. Counter and quota both ask here, so both turn over at the same instant and no job can miss
 * it (rows 1.19 and 1.22). `zone` is an IANA name.
 */
export function periodOf(at: Date, zone: string): Period {
  const time = at.getTime();
  // Nearly every call lies in the month of the one before; asking Intl costs more than the rest of the guard.
  if (last?.zone === zone && time >= last.from && time < last.period.endsAt.getTime()) return last.period;
  const period = { id: billingPeriod(at, zone), endsAt: nextPeriodAt(at, zone) };
  last = { zone, from: time, period };
  return period;
}
