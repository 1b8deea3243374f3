import type { Revenue } from '@/lib/reports/read-revenue';
import { text } from '../../_texts/text';
import { ChartPanel } from './chart-panel';
import { chartValue, dayText } from './chart-value';
import { DayChart } from './day-chart';

type MoneyProps = { now: Revenue[]; before: Revenue[]; days: number };

/** Revenue by day, a chart for each currency: what was paid above the line, what was given back below it. */
export function RevenueCharts({ now, before, days }: MoneyProps) {
  if (now.length === 0) {
    return (
      <ChartPanel id="revenue" title={text('dashboard.revenueEmptyTitle')} summary={text('dashboard.revenueEmpty')} />
    );
  }
  return now.map((revenue) => {
    const earlier = before.find(({ currency }) => currency === revenue.currency);
    return <RevenueChart key={revenue.currency} revenue={revenue} earlier={earlier} days={days} />;
  });
}

function RevenueChart({ revenue, earlier, days }: { revenue: Revenue; earlier: Revenue | undefined; days: number }) {
  const currency = revenue.currency.toUpperCase();
  const unit = { kind: 'money', currency } as const;
  const money = (value: number) => chartValue(value, unit);
  const best = revenue.days.reduce((most, day) => (day.paid > most.paid ? day : most));
  const summary = text('dashboard.revenueText', {
    net: money(revenue.paid - revenue.refunded),
    paid: money(revenue.paid),
    refunded: money(revenue.refunded),
    days,
    before: money((earlier?.paid ?? 0) - (earlier?.refunded ?? 0)),
  });
  const praise = text('dashboard.revenueBest', { day: dayText(best.day), amount: money(best.paid) });
  return (
    <DayChart
      id={`revenue-${revenue.currency}`}
      title={text('dashboard.revenueTitle', { currency })}
      summary={best.paid > 0 ? `${summary} ${praise}` : summary}
      series={[
        { key: 'paid', label: text('dashboard.paid'), colour: 1 },
        { key: 'refunded', label: text('dashboard.refunded'), colour: 2 },
      ]}
      rows={revenue.days.map(({ day, paid, refunded }) => ({ label: day, values: { paid, refunded: -refunded } }))}
      unit={unit}
      total={text('dashboard.net')}
    />
  );
}

/** Orders of every currency by the day they were paid. */
export function OrdersChart({ now, before, days, names }: MoneyProps & { names: string[] }) {
  const title = text('dashboard.ordersTitle');
  const count = ordersOf(now);
  if (count === 0) return <ChartPanel id="orders" title={title} summary={text('dashboard.ordersEmpty')} />;
  const perDay = names.map((label, index) => ({
    label,
    values: { orders: now.reduce((sum, revenue) => sum + (revenue.days[index]?.orders ?? 0), 0) },
  }));
  return (
    <DayChart
      id="orders"
      title={title}
      summary={text('dashboard.ordersText', { count, days, before: ordersOf(before) })}
      series={[{ key: 'orders', label: text('dashboard.orders'), colour: 1 }]}
      rows={perDay}
      unit={{ kind: 'count' }}
    />
  );
}

function ordersOf(revenues: Revenue[]): number {
  return revenues.reduce((sum, { orders }) => sum + orders, 0);
}
