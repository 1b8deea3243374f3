import type { ExpiringDay } from '@/lib/reports/read-expiring';
import type { DayFigures } from '@/lib/reports/read-today';
import { text } from '../../_texts/text';
import { chartValue, dayText } from './chart-value';

type Figure = { key: string; label: string; value: string; compared: string };

/** Five numbers of today, each beside the same day last week at the same time. */
export function TodayFigures({
  today,
  lastWeek,
  expiring,
  at,
}: {
  today: DayFigures;
  lastWeek: DayFigures;
  expiring: ExpiringDay[];
  at: Date;
}) {
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(at);
  const compared = (value: string) => text('dashboard.lastWeek', { value, weekday });
  const counted = (key: 'orders' | 'activations' | 'refused'): Figure => ({
    key,
    label: text(`dashboard.${key}`),
    value: chartValue(today[key], { kind: 'count' }),
    compared: compared(chartValue(lastWeek[key], { kind: 'count' })),
  });
  const first = expiring.find(({ licences }) => licences > 0);
  const figures = [
    ...revenueFigures(today, lastWeek, compared),
    counted('orders'),
    counted('activations'),
    counted('refused'),
    {
      key: 'expiring',
      label: text('dashboard.expiring'),
      value: chartValue(
        expiring.reduce((sum, { licences }) => sum + licences, 0),
        { kind: 'count' },
      ),
      compared: first ? text('dashboard.expiringSoonest', { day: dayText(first.day) }) : text('dashboard.expiringNone'),
    },
  ];
  return (
    <section aria-label={text('dashboard.todayCaption')}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 xl:grid-cols-5">
        {figures.map(({ key, label, value, compared: beside }) => (
          <div key={key} className="flex min-w-0 flex-col border-line border-t pt-3">
            <dt className="text-muted text-sm">{label}</dt>
            <dd className="nums font-semibold text-xl">{value}</dd>
            <dd className="text-muted text-sm">{beside}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One figure for each currency that money came or went in today or a week ago. */
function revenueFigures(today: DayFigures, lastWeek: DayFigures, compared: (value: string) => string): Figure[] {
  const currencies = [...new Set([...today.revenue, ...lastWeek.revenue].map(({ currency }) => currency))];
  const label = text('dashboard.revenue');
  if (currencies.length === 0) {
    const none = text('dashboard.noRevenue');
    return [{ key: 'revenue', label, value: '0', compared: none }];
  }
  return currencies.map((currency) => {
    const net = ({ revenue }: DayFigures) =>
      chartValue(revenue.find((one) => one.currency === currency)?.net ?? 0, { kind: 'money', currency });
    const key = `revenue-${currency}`;
    return { key, label: `${label}, ${currency.toUpperCase()}`, value: net(today), compared: compared(net(lastWeek)) };
  });
}
