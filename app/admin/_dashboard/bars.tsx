'use client';

import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type ChartRow, type ChartSeries, type ChartUnit, chartColour } from './chart-shape';
import { axisValue, chartValue, dayText } from './chart-value';

export type BarsProps = { rows: ChartRow[]; series: ChartSeries[]; unit: ChartUnit };

const TICK = { fill: 'var(--muted)', fontSize: 12 };
const EDGE = 'var(--paper)';

/** Stacked bars by day; what counts against the others stands below the line. Loaded only where a chart is shown. */
export function Bars({ rows, series, unit }: BarsProps) {
  const data = rows.map(({ label, values }) => ({ ...values, label }));
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 220 }}>
      <BarChart
        data={data}
        stackOffset="sign"
        accessibilityLayer={false}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={rows.length > 60 ? 1 : '18%'}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="label"
          tickFormatter={(day: string) => dayText(day)}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          minTickGap={28}
          tickMargin={6}
        />
        <YAxis
          width="auto"
          allowDecimals={unit.kind === 'money'}
          tickFormatter={(value: number) => axisValue(value, unit)}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          tickCount={5}
        />
        <ReferenceLine y={0} stroke="var(--edge)" />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--ink)', fillOpacity: 0.06 }}
          content={({ active, label }) =>
            active === true ? (
              <DayTip row={rows.find((row) => row.label === label)} series={series} unit={unit} />
            ) : null
          }
        />
        {series.map(({ key, colour }) => (
          <Bar
            key={key}
            dataKey={key}
            stackId="all"
            fill={chartColour(colour)}
            stroke={EDGE}
            strokeWidth={series.length > 1 && rows.length <= 60 ? 1 : 0}
            isAnimationActive={false}
            maxBarSize={36}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function DayTip({ row, series, unit }: { row: ChartRow | undefined; series: ChartSeries[]; unit: ChartUnit }) {
  if (!row) return null;
  return (
    <div className="rounded-sm border border-line bg-raised px-3 py-2 text-sm shadow-float">
      <p className="font-medium">{dayText(row.label, 'long')}</p>
      <ul>
        {series.map(({ key, label, colour }) => (
          <li key={key} className="flex items-center justify-between gap-4">
            <span className="flex items-center gap-2">
              <span className="size-2.5 rounded-full" style={{ background: chartColour(colour) }} />
              {label}
            </span>
            <span className="nums">{chartValue(Math.abs(row.values[key] ?? 0), unit)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
