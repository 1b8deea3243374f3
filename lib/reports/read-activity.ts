import { db } from '../db/client';
import { countDay, type DayCount } from './count-day';
import { dayName, type ReportDays } from './report-days';
import { countedUntil } from './sum-closed-days';

export type ActivityDay = {
  day: string;
  activations: number;
  deactivations: number;
  served: number;
  /** Refused calls by reason. */
  refused: Record<string, number>;
};

const DAY_MS = 86_400_000;

/** What client software did on each day: closed days from their sums, the rest (mostly today) counted now. */
export async function readActivity({ from, at, days }: ReportDays): Promise<ActivityDay[]> {
  const open = (await countedUntil(db())) ?? from;
  const sums = await db().dailySum.findMany({ where: { day: { gte: from, lte: at }, kind: { not: 'day.closed' } } });
  const counts = sums.map(({ day, kind, name, count }) => ({ day: dayName(day), kind, name, count }));
  for (const day of openDays(from > open ? from : open, at)) counts.push(...(await countNow(day, at)));
  return days.map((day) => activityOf(day, counts));
}

type Count = Omit<DayCount, 'kind'> & { kind: string; day: string };

/** Midnights from `open` on, which is one or two of them in a running store. */
function openDays(open: Date, at: Date): Date[] {
  const count = Math.max(0, Math.ceil((at.getTime() + 1 - open.getTime()) / DAY_MS));
  return Array.from({ length: count }, (_, i) => new Date(open.getTime() + i * DAY_MS));
}

async function countNow(day: Date, at: Date): Promise<Count[]> {
  const to = new Date(Math.min(day.getTime() + DAY_MS, at.getTime() + 1));
  const counts = await countDay(db(), { from: day, to });
  return counts.map((count) => ({ ...count, day: dayName(day) }));
}

function activityOf(day: string, counts: Count[]): ActivityDay {
  const own = counts.filter((count) => count.day === day);
  const of = (kind: string) => own.reduce((sum, count) => (count.kind === kind ? sum + count.count : sum), 0);
  const refused = own.filter(({ kind }) => kind === 'call.refused').map(({ name, count }) => [name, count] as const);
  return {
    day,
    activations: of('activation.create'),
    deactivations: of('activation.delete'),
    served: of('call.served'),
    refused: Object.fromEntries(refused),
  };
}
