import { expect, test } from 'vitest';
import { leftAt, secondsUntilFull, secondsUntilOne } from '@/lib/call-limits/bucket';

const limit = { burst: 20, perMinute: 20 };

test.each([
  ['nothing has come back yet', { left: 0, at: 0 }, 0, 0],
  ['one comes back every three seconds', { left: 0, at: 0 }, 3_000, 1],
  ['no more than the burst', { left: 15, at: 0 }, 60_000, 20],
  ['a debt is paid first', { left: -5, at: 0 }, 6_000, -3],
  ['a clock set back refills nothing', { left: 7, at: 10_000 }, 0, 7],
])('%s', (_what, bucket, at, left) => {
  expect(leftAt(bucket, limit, at)).toBe(left);
});

test.each([
  [20, 0, 0],
  [1, 0, 57],
  [0.5, 2, 59],
  [0, 3, 60],
  [-5, 18, 75],
])('with %s left, one is there in %s s and all are in %s s', (left, one, full) => {
  expect([secondsUntilOne(left, limit), secondsUntilFull(left, limit)]).toEqual([one, full]);
});
