import type { ActivityDay } from '@/lib/reports/read-activity';
import { refusals } from '../../_texts/en/refusals';
import { text } from '../../_texts/text';
import { ChartPanel } from './chart-panel';
import type { ChartSeries } from './chart-shape';
import { DayChart } from './day-chart';

const COUNT = { kind: 'count' } as const;
/** With "other reasons", eight. */
const MOST_REASONS = 7;

/** Activations by day, and deactivations below the line. */
export function ActivityChart({ now, before }: { now: ActivityDay[]; before: ActivityDay[] }) {
  const title = text('dashboard.activityTitle');
  const [made, ended] = [sum(now, (day) => day.activations), sum(now, (day) => day.deactivations)];
  if (made + ended === 0) return <ChartPanel id="activity" title={title} summary={text('dashboard.activityEmpty')} />;
  const earlier = sum(before, (day) => day.activations);
  return (
    <DayChart
      id="activity"
      title={title}
      summary={text('dashboard.activityText', { made, ended, days: now.length, before: earlier })}
      series={[
        { key: 'made', label: text('dashboard.made'), colour: 1 },
        { key: 'ended', label: text('dashboard.ended'), colour: 2 },
      ]}
      rows={now.map(({ day, activations, deactivations }) => ({
        label: day,
        values: { made: activations, ended: -deactivations },
      }))}
      unit={COUNT}
    />
  );
}

/** Refused calls by day and reason. */
export function RefusedChart({ now }: { now: ActivityDay[] }) {
  const title = text('dashboard.refusedTitle');
  const reasons = countedReasons(now);
  const refused = reasons.reduce((all, { count }) => all + count, 0);
  const all = refused + sum(now, (day) => day.served);
  const [first] = reasons;
  if (!first) {
    const summary = all === 0 ? text('dashboard.refusedEmpty') : text('dashboard.refusedNone', { all });
    return <ChartPanel id="refused" title={title} summary={summary} />;
  }
  const shown = reasons.slice(0, MOST_REASONS);
  const series: ChartSeries[] = shown.map(({ reason }, index) => ({
    key: reason,
    label: reasonName(reason),
    colour: index + 1,
  }));
  if (reasons.length > MOST_REASONS) series.push({ key: OTHERS, label: text('dashboard.otherReasons'), colour: 8 });
  return (
    <DayChart
      id="refused"
      title={title}
      summary={text('dashboard.refusedText', {
        refused,
        all,
        share: shareText(refused / all),
        reason: reasonName(first.reason),
        count: first.count,
      })}
      series={series}
      rows={now.map(({ day, refused: own }) => ({
        label: day,
        values: stackOf(own, new Set(shown.map(({ reason }) => reason))),
      }))}
      unit={COUNT}
      total={text('dashboard.total')}
    />
  );
}

const OTHERS = 'other reasons';

function stackOf(refused: Record<string, number>, shown: Set<string>): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [reason, count] of Object.entries(refused)) {
    const key = shown.has(reason) ? reason : OTHERS;
    values[key] = (values[key] ?? 0) + count;
  }
  return values;
}

function countedReasons(days: ActivityDay[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { refused } of days) {
    for (const [reason, count] of Object.entries(refused)) counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

function reasonName(reason: string): string {
  const names: Record<string, string> = refusals;
  return names[`name.${reason}`] ?? reason.replaceAll('_', ' ');
}

/** A part of a whole, as people say it. */
export function shareText(share: number): string {
  const digits = share < 0.1 ? 1 : 0;
  return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: digits }).format(share);
}

function sum(days: ActivityDay[], of: (day: ActivityDay) => number): number {
  return days.reduce((all, day) => all + of(day), 0);
}
