import { minorDigits } from '@/lib/minor-units';
import { formatPrice } from '../../_ui/format-price';
import type { ChartUnit } from './chart-shape';

const counts = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** A value in full, for tables and the pointer. */
export function chartValue(value: number, unit: ChartUnit): string {
  return unit.kind === 'money' ? formatPrice(value, unit.currency) : counts.format(value);
}

/** A value as an axis has room for it. */
export function axisValue(value: number, unit: ChartUnit): string {
  if (unit.kind === 'count') return short.format(value);
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: unit.currency,
    notation: 'compact',
    maximumFractionDigits: 1,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(value / 10 ** minorDigits(unit.currency));
}

/** A day (`2026-11-21`) as people write it, in UTC: "21 Nov", with its year in tables. */
export function dayText(day: string, form: 'short' | 'long' = 'short'): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(form === 'long' ? { weekday: 'short' as const, year: 'numeric' as const } : {}),
  }).format(new Date(`${day}T00:00:00Z`));
}
