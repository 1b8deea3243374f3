import { REPORT_RANGES, type ReportRange } from '@/lib/reports/report-days';
import { text } from '../../_texts/text';
import { classNames } from '../../_ui/class-names';
import { Link } from '../../_ui/link';

/** How far back the charts look. The choice is the address. */
export function RangeChips({ range }: { range: ReportRange }) {
  return (
    <nav aria-label={text('dashboard.rangeLabel')}>
      <ul className="flex flex-wrap gap-2">
        {REPORT_RANGES.map((days) => (
          <li key={days}>
            <Link
              href={`/admin?days=${days}`}
              scroll={false}
              aria-current={days === range ? 'true' : undefined}
              className={classNames(
                'inline-flex min-h-8 items-center rounded-full border px-3 text-sm transition-colors',
                days === range ? 'border-ink bg-ink text-paper' : 'border-edge hover:bg-sunken',
              )}
            >
              {text('dashboard.range', { count: days })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The range in the address, or 30 days. */
export function readRange(value: string | string[] | undefined): ReportRange {
  return REPORT_RANGES.find((days) => String(days) === value) ?? 30;
}
