import type { ReactNode } from 'react';
import { type ChartSeries, chartColour } from './chart-shape';

type ChartPanelProps = {
  id: string;
  title: string;
  /** The chart in words. */
  summary: string;
  /** Named above the chart when there are two or more. */
  series?: ChartSeries[];
  chart?: ReactNode;
  table?: ReactNode;
};

/** One question of the dashboard: its answer in words first, then drawn, then as a table. */
export function ChartPanel({ id, title, summary, series = [], chart, table }: ChartPanelProps) {
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3 border-line border-t pt-5">
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      <p className="max-w-text text-muted">{summary}</p>
      {series.length > 1 ? <Legend series={series} /> : null}
      {chart}
      {table}
    </section>
  );
}

function Legend({ series }: { series: ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-hidden="true">
      {series.map(({ key, label, colour }) => (
        <li key={key} className="flex items-center gap-2">
          <span className="size-2.5 rounded-full" style={{ background: chartColour(colour) }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
