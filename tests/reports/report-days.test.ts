import { expect, test } from 'vitest';
import { daysBefore, reportDays } from '@/lib/reports/report-days';

const at = new Date('2026-03-01T10:00:00Z');

test('a report of seven days is today and the six before, from their first midnight in UTC', () => {
  const { days, from } = reportDays(7, at);
  expect(days).toEqual([
    '2026-02-23',
    '2026-02-24',
    '2026-02-25',
    '2026-02-26',
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
  ]);
  expect(from).toEqual(new Date('2026-02-23T00:00:00Z'));
});

test('what it is compared with is as long, ends at the same time of day, and shares no day with it', () => {
  for (const range of [7, 30, 90] as const) {
    const days = reportDays(range, at);
    const before = daysBefore(days);
    expect(before.days).toHaveLength(range);
    expect(before.days.filter((day) => days.days.includes(day))).toEqual([]);
    expect(before.at.toISOString().slice(11)).toBe('10:00:00.000Z');
    expect(before.from.toISOString().slice(0, 10)).toBe(before.days[0]);
  }
});
