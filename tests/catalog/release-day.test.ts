import { expect, test } from 'vitest';
import { readReleaseDay, releaseDay } from '@/lib/catalog/release-day';

const AT = new Date('2026-05-10T15:30:00Z');
const read = (text: string, kept?: string) =>
  readReleaseDay(text, AT, kept ? new Date(kept) : undefined)?.toISOString();

test.each([
  ['an earlier day begins at midnight', '2026-05-09', '2026-05-09T00:00:00.000Z'],
  ['today is this moment', '2026-05-10', '2026-05-10T15:30:00.000Z'],
  ['tomorrow is today, east of Greenwich', '2026-05-11', '2026-05-10T15:30:00.000Z'],
  ['a later day is told as it is, to be refused', '2026-05-12', '2026-05-12T00:00:00.000Z'],
])('%s', (_name, text, instant) => {
  expect(read(text)).toBe(instant);
});

test.each(['', '0000-01-01', '2026-5-1', '2026-02-30', '10.05.2026', '2026-05-10T00:00'])('%j is no day', (text) => {
  expect(read(text)).toBeUndefined();
});

test('the day on record keeps its instant', () => {
  expect(read('2026-04-01', '2026-04-01T09:15:00Z')).toBe('2026-04-01T09:15:00.000Z');
  expect(read('2026-04-02', '2026-04-01T09:15:00Z')).toBe('2026-04-02T00:00:00.000Z');
  expect(releaseDay(new Date('2026-04-01T23:59:59Z'))).toBe('2026-04-01');
});
