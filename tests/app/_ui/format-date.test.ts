import { expect, test } from 'vitest';
import { exactUtc, formatDate } from '@/app/_ui/format-date';

const at = new Date('2026-11-30T23:30:00Z');

test('a day is the day of the viewer’s zone', () => {
  expect(formatDate(at, 'day', 'UTC')).toBe('30 Nov 2026');
  expect(formatDate(at, 'day', 'Asia/Tokyo')).toBe('1 Dec 2026');
});

test('a moment names its zone', () => {
  expect(formatDate(at, 'moment', 'Europe/Berlin')).toBe('1 Dec 2026, 00:30 CET');
});

test('the exact instant is written in UTC', () => {
  expect(exactUtc(at)).toBe('2026-11-30 23:30:00 UTC');
});
