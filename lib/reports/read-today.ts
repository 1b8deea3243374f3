import { db } from '../db/client';
import { countDay } from './count-day';
import { readRevenue } from './read-revenue';
import { dayName, startOfDay } from './report-days';

/** A day from its midnight up to a time. */
export type DayFigures = {
  /** Paid less given back, in minor units, for each currency. */
  revenue: { currency: string; net: number }[];
  orders: number;
  activations: number;
  refused: number;
};

const WEEK_MS = 7 * 86_400_000;

/** Today so far, and the same day last week up to the same time, so that both are as long. */
export async function readToday(at: Date): Promise<{ today: DayFigures; lastWeek: DayFigures }> {
  const [today, lastWeek] = await Promise.all([figuresUpTo(at), figuresUpTo(new Date(at.getTime() - WEEK_MS))]);
  return { today, lastWeek };
}

async function figuresUpTo(at: Date): Promise<DayFigures> {
  const from = startOfDay(at);
  const [revenue, counts] = await Promise.all([
    readRevenue({ from, at, days: [dayName(at)] }),
    countDay(db(), { from, to: new Date(at.getTime() + 1) }),
  ]);
  const of = (kind: string) => counts.reduce((sum, count) => (count.kind === kind ? sum + count.count : sum), 0);
  return {
    revenue: revenue.map(({ currency, paid, refunded }) => ({ currency, net: paid - refunded })),
    orders: revenue.reduce((sum, { orders }) => sum + orders, 0),
    activations: of('activation.create'),
    refused: of('call.refused'),
  };
}
