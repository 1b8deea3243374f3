import { expect, test } from 'vitest';
import { makeRate, timeLeft } from '@/app/admin/products/_upload/transfer-rate';

test('the pace is that of the last seconds, and unknown in the first', () => {
  const rate = makeRate();
  expect(rate({ at: 0, bytes: 0 })).toBeUndefined();
  expect(rate({ at: 500, bytes: 900 })).toBeUndefined();
  expect(rate({ at: 2_000, bytes: 2_000 })).toBe(1_000);
  // Ten seconds later only the samples of the last eight count.
  expect(rate({ at: 12_000, bytes: 12_000 })).toBeUndefined();
  expect(rate({ at: 14_000, bytes: 32_000 })).toBe(10_000);
});

test('after going back to an earlier byte the pace is measured anew', () => {
  const rate = makeRate();
  rate({ at: 0, bytes: 0 });
  expect(rate({ at: 2_000, bytes: 20_000 })).toBe(10_000);
  expect(rate({ at: 3_000, bytes: 8_000 })).toBeUndefined();
  expect(rate({ at: 5_000, bytes: 10_000 })).toBe(1_000);
});

test.each([
  [100, undefined, undefined],
  [100, 0, undefined],
  [1, 1_000_000, { unit: 'seconds', count: 1 }],
  [59_000, 1_000, { unit: 'seconds', count: 59 }],
  [90_000, 1_000, { unit: 'minutes', count: 2 }],
  [7_200_000, 1_000, { unit: 'hours', count: 2 }],
])('%s bytes at %s a second are %j', (bytes, pace, left) => {
  expect(timeLeft(bytes, pace)).toEqual(left);
});
