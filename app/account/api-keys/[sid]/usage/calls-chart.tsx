import type { KeyUsage } from '@/lib/access-keys/read-usage';
import { text } from '../../../../_texts/text';
import { type BarSeries, DayBars } from '../../../../_ui/day-bars';
import { dayText } from '../../../../admin/_dashboard/chart-value';

const series: BarSeries[] = [
  { key: 'answered', label: text('usage.answered'), colour: 'var(--chart-1)' },
  { key: 'errors', label: text('usage.errors'), colour: 'var(--chart-2)' },
  { key: 'rejected', label: text('usage.rejected'), colour: 'var(--chart-7)' },
];
const counts = new Intl.NumberFormat('en');

/** Calls by day: in words, drawn, and as a table. */
export function CallsChart({ usage }: { usage: KeyUsage }) {
  return (
    <section aria-labelledby="calls" className="flex min-w-0 flex-col gap-3">
      <h2 id="calls" className="text-lg">
        {text('usage.callsTitle')}
      </h2>
      <p className="max-w-text text-muted">{summaryOf(usage)}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-hidden="true">
        {series.map(({ key, label, colour }) => (
          <li key={key} className="flex items-center gap-2">
            <span className="size-2.5 rounded-full" style={{ background: colour }} />
            {label}
          </li>
        ))}
      </ul>
      <DayBars
        series={series}
        days={usage.days.map(({ day, calls, errors, rejected }) => ({
          id: day,
          label: dayText(day),
          told: text('usage.dayTold', { day: dayText(day, 'long'), calls, errors, rejected }),
          values: { answered: calls - errors, errors, rejected },
        }))}
      />
      <DayTable usage={usage} />
      <p className="max-w-text text-muted text-sm">{text('usage.zone')}</p>
    </section>
  );
}

function summaryOf({ days, from }: KeyUsage): string {
  const sum = (of: (day: KeyUsage['days'][number]) => number) => days.reduce((all, day) => all + of(day), 0);
  const [calls, errors, rejected] = [sum((day) => day.calls), sum((day) => day.errors), sum((day) => day.rejected)];
  const since = from === '' ? '' : dayText(from);
  if (calls + rejected === 0) return text('usage.summaryNone', { from: since });
  const told = text('usage.summary', { count: calls, errors, rejected, from: since });
  const peak = days.reduce((most, day) => (day.calls > most.calls ? day : most), { day: '', calls: 0 });
  if (peak.calls === 0) return told;
  return `${told} ${text('usage.summaryPeak', { day: dayText(peak.day), calls: peak.calls })}`;
}

function DayTable({ usage }: { usage: KeyUsage }) {
  const chart = text('usage.callsTitle');
  const columns = [text('usage.calls'), text('usage.errors'), text('usage.rejected')];
  return (
    <details>
      <summary className="link inline-block py-1 text-sm">
        {text('usage.table')}
        <span className="sr-only">: {chart}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls in itself must be reached by the keyboard */}
      <section tabIndex={0} aria-label={text('usage.tableOf', { chart })} className="max-h-80 max-w-xl overflow-auto">
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{chart}</caption>
          <thead className="sticky top-0 bg-paper text-muted">
            <tr className="border-line border-b">
              <th scope="col" className="py-2 pe-4 text-start font-medium">
                {text('usage.day')}
              </th>
              {columns.map((name) => (
                <th key={name} scope="col" className="py-2 ps-4 text-end font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...usage.days].reverse().map(({ day, calls, errors, rejected }) => (
              <tr key={day} className="border-line border-b">
                <th scope="row" className="whitespace-nowrap py-1.5 pe-4 text-start font-normal">
                  {dayText(day, 'long')}
                </th>
                <td className="nums ps-4 text-end">{counts.format(calls)}</td>
                <td className="nums ps-4 text-end">{counts.format(errors)}</td>
                <td className="nums ps-4 text-end">{counts.format(rejected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
