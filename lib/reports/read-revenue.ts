import { db } from '../db/client';
import type { ReportDays } from './report-days';

/** What a day came to, in minor units of its currency, taxes included. */
export type RevenueDay = { day: string; orders: number; paid: number; refunded: number };

/** One currency; amounts of two are never added up. */
export type Revenue = { currency: string; orders: number; paid: number; refunded: number; days: RevenueDay[] };

type Row = { day: string; currency: string; orders: number; paid: number; refunded: number };

/**
 * Money by the day it came and the day it went back, for each currency there was any in, the one with most orders first.
 * Refunds that failed are none; those on their way count.
 */
export async function readRevenue({ from, at, days }: ReportDays): Promise<Revenue[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, currency, sum(orders)::int AS orders,
      sum(paid)::float8 AS paid, sum(refunded)::float8 AS refunded
    FROM (
      SELECT paid_at AS moment, currency, 1 AS orders, total_amount::bigint AS paid, 0::bigint AS refunded
      FROM "order" WHERE paid_at >= ${from} AND paid_at <= ${at}
      UNION ALL
      SELECT created_at, currency, 0, 0, amount
      FROM refund WHERE created_at >= ${from} AND created_at <= ${at} AND status <> 'failed'
    ) moved
    GROUP BY 1, 2`;
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  const all = currencies.map((currency) => revenueOf(currency, rows, days));
  return all.sort((a, b) => b.orders - a.orders || a.currency.localeCompare(b.currency));
}

function revenueOf(currency: string, rows: Row[], names: string[]): Revenue {
  const own = new Map(rows.flatMap((row) => (row.currency === currency ? [[row.day, row] as const] : [])));
  const days = names.map((day) => {
    const { orders = 0, paid = 0, refunded = 0 } = own.get(day) ?? {};
    return { day, orders, paid, refunded };
  });
  const sum = (amountOf: (day: RevenueDay) => number) => days.reduce((total, day) => total + amountOf(day), 0);
  return {
    currency,
    orders: sum((day) => day.orders),
    paid: sum((day) => day.paid),
    refunded: sum((day) => day.refunded),
    days,
  };
}
