import { expect, test } from 'vitest';
import { formatMinorUnits, minorDigits, payableStep } from '@/lib/minor-units';

// Intl puts a no-break space between code and number.
const plain = (text: string) => text.replace(/\u00a0/g, ' ');

test.each([
  ['usd', 2],
  ['EUR', 2],
  ['jpy', 0],
  ['kwd', 3],
  // Their small coins are gone, and other tables drop their decimals; the payment page counts them in hundredths all the same.
  ['huf', 2],
  ['idr', 2],
  ['isk', 2],
  ['ugx', 2],
])('%s has %i digits after the point', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

test.each([
  [490_000, 'huf', 'HUF 4,900'],
  [490_050, 'huf', 'HUF 4,900.50'],
  [490_000, 'isk', 'ISK 4,900'],
  [-4_900, 'jpy', '-¥4,900'],
  [-1_234, 'kwd', '-KWD 1.234'],
])('%i %s is written %s: nothing below one is rounded away', (amount, currency, written) => {
  expect(plain(formatMinorUnits(amount, currency))).toBe(written);
});

test.each([
  ['usd', 1],
  ['jpy', 1],
  ['kwd', 10],
  ['isk', 100],
])('amounts of %s are payable in steps of %i', (currency, step) => {
  expect(payableStep(currency)).toBe(step);
});
