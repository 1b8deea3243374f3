/** One series of a chart: its key in the rows, its name, and which of the eight chart colours it wears. */
export type ChartSeries = { key: string; label: string; colour: number };

/** A day: its name, and the value of each series. */
export type ChartRow = { label: string; values: Record<string, number> };

/** How values are written: as counts, or as minor units of a currency. */
export type ChartUnit = { kind: 'count' } | { kind: 'money'; currency: string };

/** The colour of a series, from the theme. */
export function chartColour(colour: number): string {
  return `var(--chart-${colour})`;
}
