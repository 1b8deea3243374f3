import { expect, test } from 'vitest';
import { MAX_ATTEMPTS, retryDelayMs } from '@/lib/jobs/retry-delay';

test('pauses grow threefold and stop growing at six hours', () => {
  const seconds = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, n) => retryDelayMs(n + 1, () => 1) / 1000);
  expect(seconds).toEqual([10, 30, 90, 270, 810, 2430, 7290, 21_600, 21_600]);
});

test('chance takes away at most a quarter of a pause', () => {
  expect(retryDelayMs(1, () => 0)).toBe(7_500);
  expect(retryDelayMs(1, () => 0.5)).toBe(8_750);
});
