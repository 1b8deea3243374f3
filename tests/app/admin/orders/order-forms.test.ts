import { expect, test } from 'vitest';
import { endOfDay } from '@/app/admin/orders/[number]/end-of-day';
import { readRefundForm, readWishText, wishText } from '@/app/admin/orders/[number]/refund/read-refund-form';
import { refundItems } from '@/app/admin/orders/[number]/refund/refund-items';
import { effectText } from '@/app/admin/orders/[number]/refund/what-stops';
import { sentenceOf } from '@/app/admin/orders/[number]/timeline-sentence';
import { readOrderNumber } from '@/app/admin/orders/order-number';
import { readAmount, writeAmount } from '@/app/admin/orders/read-amount';

test.each([
  ['49', 'usd', 4_900],
  ['49.5', 'usd', 4_950],
  [' 49,50 ', 'usd', 4_950],
  ['0', 'usd', 0],
  ['4900', 'jpy', 4_900],
  ['1.234', 'kwd', 1_234],
  ['49.505', 'usd', Number.NaN],
  ['49.5', 'jpy', Number.NaN],
  ['10.5', 'jpy', Number.NaN],
  ['1,000', 'jpy', Number.NaN],
  ['1,000', 'usd', Number.NaN],
  ['1,000', 'kwd', Number.NaN],
  ['-1', 'usd', Number.NaN],
  ['1e3', 'usd', Number.NaN],
  ['', 'usd', Number.NaN],
  ['1,000.00', 'usd', Number.NaN],
])('the amount %j in %s is %d minor units', (typed, currency, amount) => {
  expect(readAmount(typed, currency)).toBe(amount);
});

test.each([
  [4_950, 'usd'],
  [0, 'usd'],
  [4_900, 'jpy'],
  [5, 'kwd'],
])('an amount that the store writes is read back: %d %s', (amount, currency) => {
  expect(readAmount(writeAmount(amount, currency), currency)).toBe(amount);
});

test.each(['0', '-1', '1e3', '2147483648', '12345678901', ' 1', 'x'])('%j is no order number', (typed) => {
  expect(readOrderNumber(typed)).toBeUndefined();
});

test('a day that is chosen counts to its end', () => {
  expect(endOfDay('2026-11-30').toISOString()).toBe('2026-11-30T23:59:59.999Z');
  expect(endOfDay('2026-02-31x').getTime()).toBeNaN();
});

/** Three units that cost 100.00 together: a third of it is no whole cent. */
const item = {
  position: 0,
  productTitle: 'Acme Backup',
  planName: 'Standard',
  quantity: 3,
  refundedQuantity: 1,
  totalAmount: 10_000,
  refundedAmount: 3_333,
};
// Only what refundItems reads.
const order = { items: [item] } as unknown as Parameters<typeof refundItems>[0];

test('the last units of an item cost all that is left of it', () => {
  expect(refundItems(order)).toMatchObject([{ leftQuantity: 2, leftAmount: 6_667, prices: [0, 3_333, 6_667] }]);
});

function form(fields: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}

test('units without an amount are given back at their price, a typed amount as it is', () => {
  const read = (fields: Record<string, string>) => readRefundForm(form(fields), refundItems(order), 'usd').parts[0];
  expect(read({ units_0: '1' })).toEqual({ position: 0, quantity: 1, amount: 3_333 });
  expect(read({ units_0: '1', amount_0: '20.00' })).toEqual({ position: 0, quantity: 1, amount: 2_000 });
  expect(read({ units_0: '0', amount_0: '5' })).toEqual({ position: 0, quantity: 0, amount: 500 });
  expect(read({ units_0: '1.5' })?.quantity).toBeNaN();
});

test('what is confirmed is what was shown', () => {
  const wish = readRefundForm(form({ units_0: '2', reason: 'duplicate' }), refundItems(order), 'usd');
  expect(readWishText(wishText(wish))).toEqual(wish);
  expect(readWishText('fraudulent 0:1:-5 x 1e3:1:1')).toEqual({ reason: 'fraudulent', parts: [] });
});

const end = { was: null, is: null };
const effect = { productTitle: 'Acme', planName: 'Team', resourceNumber: 1, end };

test('what stops is said in numbers', () => {
  expect(
    effectText({ ...effect, keysStopping: 2, activationsEnding: 3, limit: { was: 5, is: 5 }, beyondLimit: 0 }),
  ).toBe('2 keys stop, 3 activations end');
  expect(
    effectText({ ...effect, keysStopping: 0, activationsEnding: 0, limit: { was: 5, is: 3 }, beyondLimit: 1 }),
  ).toBe('limit 5 → 3, 1 activation beyond it');
  const renewed = { was: new Date('2028-05-03T10:00:00Z'), is: new Date('2027-05-03T10:00:00Z') };
  const same = { keysStopping: 0, activationsEnding: 0, limit: { was: 5, is: 5 }, beyondLimit: 0 };
  expect(effectText({ ...effect, ...same, end: renewed })).toBe('ends 3 May 2028 → 3 May 2027');
});

test('the timeline speaks in plain sentences', () => {
  expect(sentenceOf({ kind: 'paid', amount: 9_800 }, 'usd')).toBe('Paid: $98.00.');
  expect(sentenceOf({ kind: 'refund_asked', amount: 4_900, reason: 'duplicate' }, 'usd')).toBe(
    'Asked for a refund of $49.00: paid twice.',
  );
  expect(sentenceOf({ kind: 'limit_changed', resource: 1204, was: 3, is: null }, 'usd')).toBe(
    'Limit of API Resource 1204: 3 → unlimited.',
  );
  expect(sentenceOf({ kind: 'activated', place: 'https://shop.test' }, 'usd')).toBe('Activated on shop.test.');
});
