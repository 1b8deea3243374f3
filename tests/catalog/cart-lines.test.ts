import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addCartLine,
  cartCount,
  formatCartLines,
  isBeyondLimit,
  MAX_QUANTITY,
  parseCartLines,
  setCartQuantity,
} from '@/lib/catalog/cart-lines';

test('what was written is read back', () => {
  const lines = [
    { planNumber: 105, quantity: 2 },
    { planNumber: 7, quantity: 99 },
  ];
  expect(parseCartLines(formatCartLines(lines))).toEqual(lines);
});

test.each([
  '',
  ',',
  '1',
  '1:0',
  '0:1',
  '-1:2',
  '1:1e3',
  '1:2:3',
  'a:b',
  '1: 2',
  '99999999999:1',
  '3000000000:1',
  '1:2x',
])('%j is an empty cart', (text) => expect(parseCartLines(text)).toEqual([]));

test('any cookie gives at most 20 lines of 1 to 99', () => {
  const part = fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(3_000_000_000), fc.nat(20_000)).map((pair) => pair.join(':')),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const lines = parseCartLines(parts.join(','));
      expect(lines.length).toBeLessThanOrEqual(20);
      expect(new Set(lines.map((line) => line.planNumber)).size).toBe(lines.length);
      for (const line of lines) {
        expect(line.quantity).toBeGreaterThanOrEqual(1);
        expect(line.quantity).toBeLessThanOrEqual(MAX_QUANTITY);
      }
      expect(parseCartLines(formatCartLines(lines))).toEqual(lines);
    }),
  );
});

test('the same plan added twice adds up, to 99 at most', () => {
  const once = addCartLine([], { planNumber: 5, quantity: 60 });
  expect(addCartLine(once, { planNumber: 5, quantity: 60 })).toEqual([{ planNumber: 5, quantity: 99 }]);
});

test.each([
  [0, 99, false],
  [0, 100, true],
  [0, 100_000, true],
  [60, 39, false],
  [60, 40, true],
  [99, 1, true],
  [99, Number.NaN, false],
])('%i in the cart and %d more: beyond what can be ordered at once is %s', (there, more, beyond) => {
  const lines = addCartLine([{ planNumber: 7, quantity: 99 }], { planNumber: 5, quantity: there });
  expect(isBeyondLimit(lines, { planNumber: 5, quantity: more })).toBe(beyond);
});

test.each([Number.NaN, 0, -1, 1.5, Number.POSITIVE_INFINITY])('a quantity of %s adds nothing', (quantity) => {
  expect(addCartLine([], { planNumber: 5, quantity })).toEqual([]);
});

test('a quantity of 0 takes the plan out, a broken one changes nothing', () => {
  const lines = [{ planNumber: 5, quantity: 3 }];
  expect(setCartQuantity(lines, { planNumber: 5, quantity: 0 })).toEqual([]);
  expect(setCartQuantity(lines, { planNumber: 5, quantity: Number.NaN })).toEqual(lines);
  expect(cartCount(setCartQuantity(lines, { planNumber: 5, quantity: 500 }))).toBe(99);
});

test('a plan beyond the twentieth is beyond the limit, one that is in the cart is not', () => {
  const full = Array.from({ length: 20 }, (_, i) => ({ planNumber: i + 1, quantity: 1 }));
  expect(isBeyondLimit(full, { planNumber: 21, quantity: 1 })).toBe(true);
  expect(isBeyondLimit(full, { planNumber: 20, quantity: 1 })).toBe(false);
  expect(isBeyondLimit(full.slice(1), { planNumber: 21, quantity: 1 })).toBe(false);
});
