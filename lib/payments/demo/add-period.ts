import type Stripe from 'stripe';

export type BillingPeriod = { interval: Stripe.Price.Recurring.Interval; interval_count: number };

const DAY = 24 * 3600;

/**
 * The first end of a period after `start`, counted from the anchor, so that a subscription begun on the 31st is billed on
 * the last day of February and on the 31st of March again. All in seconds.
 */
export function periodEnd(anchor: number, { interval, interval_count }: BillingPeriod, start: number): number {
  let periods = 0;
  let end = anchor;
  while (end <= start) {
    periods += 1;
    end = after(anchor, interval, periods * interval_count);
  }
  return end;
}

function after(anchor: number, interval: BillingPeriod['interval'], count: number): number {
  switch (interval) {
    case 'day':
      return anchor + count * DAY;
    case 'week':
      return anchor + count * 7 * DAY;
    case 'year':
      return monthsLater(anchor, count * 12);
    default:
      return monthsLater(anchor, count);
  }
}

function monthsLater(anchor: number, months: number): number {
  const from = new Date(anchor * 1000);
  const firstOfMonth = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const month = new Date(firstOfMonth);
  const lastDay = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  const intoDay = anchor % DAY;
  return firstOfMonth / 1000 + (Math.min(from.getUTCDate(), lastDay) - 1) * DAY + intoDay;
}
