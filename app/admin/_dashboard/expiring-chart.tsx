import type { ExpiringDay } from '@/lib/reports/read-expiring';
import { text } from '../../_texts/text';
import { ChartPanel } from './chart-panel';
import { dayText } from './chart-value';
import { DayChart } from './day-chart';

/** Licences that end on each of the next 30 days. */
export function ExpiringChart({ days }: { days: ExpiringDay[] }) {
  const title = text('dashboard.expiringTitle');
  const count = days.reduce((sum, { licences }) => sum + licences, 0);
  const first = days.find(({ licences }) => licences > 0);
  if (!first) return <ChartPanel id="expiring" title={title} summary={text('dashboard.expiringEmpty')} />;
  return (
    <DayChart
      id="expiring"
      title={title}
      summary={text('dashboard.expiringText', { count, first: dayText(first.day) })}
      series={[{ key: 'licences', label: text('dashboard.expiringLicences'), colour: 5 }]}
      rows={days.map(({ day, licences }) => ({ label: day, values: { licences } }))}
      unit={{ kind: 'count' }}
    />
  );
}
