import { expect, test } from 'vitest';
import { formatPrice } from '@/app/_ui/format-price';

// Intl puts a no-break space between code and number.
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

test.each([
  [4900, 'usd', '$49.00'],
  [4900, 'jpy', '¥4,900'],
  [4900, 'kwd', 'KWD 4.900'],
  [1, 'eur', '€0.01'],
  [4900, 'cad', 'CA$49.00'],
])('%i %s is written %s', (minorUnits, currency, written) => {
  expect(plain(formatPrice(minorUnits, currency))).toBe(written);
});

test('a short price drops only empty decimals', () => {
  expect(formatPrice(4900, 'usd', { isShort: true })).toBe('$49');
  expect(formatPrice(4950, 'usd', { isShort: true })).toBe('$49.50');
});
