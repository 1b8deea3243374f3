import { text } from '../../_texts/text';
import { ChartPanel } from './chart-panel';
import type { ChartRow, ChartSeries, ChartUnit } from './chart-shape';
import { ChartTable } from './chart-table';
import { chartValue, dayText } from './chart-value';
import { LazyBars } from './lazy-bars';

type DayChartProps = {
  id: string;
  title: string;
  summary: string;
  series: ChartSeries[];
  rows: ChartRow[];
  unit: ChartUnit;
  /** A last column of the table, in words of its own: what the day came to. */
  total?: string;
};

/** A chart by day with its table, the newest day first. */
export function DayChart({ id, title, summary, series, rows, unit, total }: DayChartProps) {
  const columns = [
    { key: 'day', header: text('dashboard.day'), isNumber: false },
    ...series.map(({ key, label }) => ({ key, header: label, isNumber: true })),
    ...(total === undefined ? [] : [{ key: 'total', header: total, isNumber: true }]),
  ];
  const lines = [...rows].reverse().map(({ label, values }) => {
    const own = series.map(({ key }) => values[key] ?? 0);
    const sum = own.reduce((all, value) => all + value, 0);
    const told = own.map((value) => chartValue(Math.abs(value), unit));
    return {
      id: label,
      cells: [dayText(label, 'long'), ...told, ...(total === undefined ? [] : [chartValue(sum, unit)])],
    };
  });
  return (
    <ChartPanel
      id={id}
      title={title}
      summary={summary}
      series={series}
      chart={<LazyBars rows={rows} series={series} unit={unit} />}
      table={<ChartTable chart={title} columns={columns} rows={lines} />}
    />
  );
}
