/** A series of bars: its name, and its colour from the theme (`var(--chart-1)`). */
export type BarSeries = { key: string; label: string; colour: string };

/** A day, how it is written below the axis and when pointed at, and the value of each series. */
export type BarDay = { id: string; label: string; told: string; values: Record<string, number> };

type DayBarsProps = { days: BarDay[]; series: BarSeries[] };

const HEIGHT = 176;
const MOST_LABELS = 6;
const counts = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/**
 * Stacked bars by day, drawn on the server: no script, sharp at any width. For the eye alone; what they say must also stand
 * beside them in words and in a table.
 */
export function DayBars({ days, series }: DayBarsProps) {
  const { top, ticks } = scaleOf(Math.max(0, ...days.map(({ values }) => sumOf(values, series))));
  const heightOf = (value: number) => (value / top) * HEIGHT;
  return (
    <div aria-hidden="true" className="flex gap-2">
      <div className="relative w-10 shrink-0 text-muted text-sm" style={{ blockSize: HEIGHT }}>
        {ticks.map((tick) => (
          <span
            key={tick}
            className="nums absolute end-0 -translate-y-1/2 leading-none"
            style={{ insetBlockStart: HEIGHT - heightOf(tick) }}
          >
            {counts.format(tick)}
          </span>
        ))}
      </div>
      <div className="min-w-0 grow">
        <svg width="100%" height={HEIGHT} className="block overflow-visible">
          <title>{series.map(({ label }) => label).join(', ')}</title>
          {ticks.map((tick) => (
            <line
              key={tick}
              x1="0"
              x2="100%"
              y1={HEIGHT - heightOf(tick)}
              y2={HEIGHT - heightOf(tick)}
              stroke={tick === 0 ? 'var(--edge)' : 'var(--line)'}
              shapeRendering="crispEdges"
            />
          ))}
          {days.map((day, index) => (
            <Day key={day.id} day={day} series={series} place={{ index, of: days.length }} heightOf={heightOf} />
          ))}
        </svg>
        <Labels days={days} />
      </div>
    </div>
  );
}

type DayProps = {
  day: BarDay;
  series: BarSeries[];
  place: { index: number; of: number };
  heightOf: (value: number) => number;
};

function Day({ day, series, place: { index, of }, heightOf }: DayProps) {
  const slot = 100 / of;
  const width = Math.min(slot * 0.72, 6);
  const start = `${index * slot + (slot - width) / 2}%`;
  let y = HEIGHT;
  return (
    <g className="[&:hover>rect:first-of-type]:opacity-100">
      <title>{day.told}</title>
      <rect x={`${index * slot}%`} y={0} width={`${slot}%`} height={HEIGHT} className="fill-(--sunken) opacity-0" />
      {series.map(({ key, colour }) => {
        const height = heightOf(day.values[key] ?? 0);
        if (height === 0) return null;
        y -= height;
        return <rect key={key} x={start} y={y} width={`${width}%`} height={height} fill={colour} />;
      })}
    </g>
  );
}

function Labels({ days }: { days: BarDay[] }) {
  const step = Math.max(1, Math.ceil(days.length / MOST_LABELS));
  const slot = 100 / days.length;
  return (
    <div className="relative h-6 text-muted text-sm">
      {days.map(({ id, label }, index) =>
        // Counted from the last day, which always has its label, and none so near to an edge that it is cut off.
        (days.length - 1 - index) % step !== 0 || (index * slot < 5 && days.length > 1) ? null : (
          <span
            key={id}
            className={`nums absolute top-1 whitespace-nowrap ${index === days.length - 1 ? 'end-0' : '-translate-x-1/2'}`}
            style={index === days.length - 1 ? {} : { insetInlineStart: `${(index + 0.5) * slot}%` }}
          >
            {label}
          </span>
        ),
      )}
    </div>
  );
}

function sumOf(values: Record<string, number>, series: BarSeries[]): number {
  return series.reduce((sum, { key }) => sum + (values[key] ?? 0), 0);
}

/** The end of the axis and its lines: at most five, at round numbers. */
function scaleOf(most: number): { top: number; ticks: number[] } {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power);
  const top = Math.max(step, Math.ceil(most / step) * step);
  return { top, ticks: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step) };
}
