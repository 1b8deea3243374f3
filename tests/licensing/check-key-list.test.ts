import { expect, test } from 'vitest';
import { checkRows } from '@/lib/licensing/check-key-list';
import { estimateKeyEntropy, isWeakKey } from '@/lib/licensing/estimate-key-entropy';
import { readKeyList } from '@/lib/licensing/read-key-list';

const STRONG = 'b9dc04e1f5a27c6688d13f40a7e2c95b10ff6a53';

function check(text: string, taken: string[] = []) {
  const productIdOf = (number: string) => (number === '12' ? 'other' : undefined);
  return checkRows(readKeyList(text).rows, { productId: 'page', productIdOf, isTaken: (key) => taken.includes(key) });
}

test('without a header each line is one key, also with commas and quotes in it', () => {
  const list = readKeyList('\ufeffone,"1"\r\n  two  \n\n"three"\n\n');
  expect(list.form).toBe('lines');
  expect(list.rows.map(({ line, key }) => [line, key])).toEqual([
    [1, 'one,"1"'],
    [2, 'two'],
    [3, ''],
    [4, '"three"'],
  ]);
});

test.each([',', ';', '\t'])('a first line that names a key column makes it CSV, separated by %j', (separator) => {
  const text = ['note', 'API key', 'Product'].join(separator);
  const list = readKeyList(`\ufeff${text}\r\n${['x', '"a ""b"""', '12'].join(separator)}\r\n`);
  expect(list).toEqual({ form: 'csv', rows: [{ line: 2, key: 'a "b"', product: '12', isBroken: false }] });
});

test.each([
  ['one column', 'key', 'AB,CD-12'],
  ['two columns', 'product,key', '12,AB,CD-12'],
  ['a header that ends in separators', 'key,,', 'AB,CD-12'],
  ['semicolons', 'key;product', 'AB;12;CD'],
])('a row with more fields than the header has columns is told, never cut: %s', (_, header, row) => {
  const { good, problems } = check(`${header}\n${row}\n`);
  expect(good).toEqual([]);
  expect(problems).toMatchObject([{ line: 2, note: 'csv_broken' }]);
});

test('a key with a comma in quotes is whole, and empty fields at the end of a row cost nothing', () => {
  const { good, problems } = check('key\n"AB,CD-12"\nEF-34, ,\n,,\n');
  expect(good.map(({ key }) => key)).toEqual(['AB,CD-12', 'EF-34']);
  expect(problems).toEqual([]);
});

test.each([
  'license',
  'Licence',
  'LICENSES',
  'license code',
  'Licence_Code',
  'license code key',
  'serial',
  'Serial Number',
  'serial-numbers',
  'serial key',
  'code',
  'Codes',
  '"code"',
  'note,Serial number,product',
])('a first line %j names a column and is no key', (header) => {
  const at = header.startsWith('note') ? 'x,AB-12,12' : 'AB-12';
  const list = readKeyList(`${header}\n${at}\n`);
  expect(list.form).toBe('csv');
  expect(list.rows.map(({ line, key }) => [line, key])).toEqual([[2, 'AB-12']]);
});

test('a column named key goes before one whose name only may mean a key', () => {
  expect(readKeyList('code,license,key\n7,Pro,AB-12').rows).toMatchObject([{ key: 'AB-12' }]);
  expect(readKeyList('license,serial number\nPro,AB-12').rows).toMatchObject([{ key: 'AB-12' }]);
});

test.each(['CODE-7F31', 'license-4821', 'serial 12', 'LICENSEABCD', 'license,4821-9937', 'my code'])(
  'a first line %j is a key, though it holds the name of a column',
  (key) => {
    expect(readKeyList(`${key}\nAB-12`)).toMatchObject({ form: 'lines', rows: [{ line: 1, key }, { line: 2 }] });
  },
);

test('the name of a column is a key on any line but the first', () => {
  expect(readKeyList('AB-12\nserial').rows.map(({ key }) => key)).toEqual(['AB-12', 'serial']);
});

test('every row that cannot be added is told with its line and why', () => {
  const text = `key,product
${STRONG},
,12
${'x'.repeat(191)},
a\tb,
b\ufffdc,
unknown,13
${STRONG},12
old,
"open,
fine,12
`;
  const { good, problems } = check(text, ['old']);
  expect(problems.map(({ line, note }) => [line, note])).toEqual([
    [3, 'empty'],
    [4, 'too_long'],
    [5, 'control_characters'],
    [6, 'control_characters'],
    [7, 'product_not_found'],
    [8, 'twice_in_list'],
    [9, 'key_taken'],
    [10, 'csv_broken'],
  ]);
  expect(good.map(({ key, productId }) => [key, productId])).toEqual([
    [STRONG, 'page'],
    ['fine', 'other'],
  ]);
});

test('190 characters are counted as people count them', () => {
  expect(check('𝄞'.repeat(190)).problems).toEqual([]);
  expect(check('𝄞'.repeat(191)).problems).toMatchObject([{ note: 'too_long' }]);
});

test('a row is told by its hint, never by its key', () => {
  const noted = check(`${STRONG}\n${STRONG}\nSHORT-1\nsecond-short`);
  expect(JSON.stringify([noted.problems, noted.warnings])).not.toMatch(new RegExp(`${STRONG}|SHORT-1|second-short`));
});

test.each([
  ['40 hexadecimal digits', STRONG, false],
  ['a 1.x key', 'wc_order_5a8c9b1d2e3f4_am_Xy7Kq2LmN9Pw', false],
  ['four groups of four out of 36', 'K7QD-92XM-ZP4T-8VLB', false],
  ['a uuid', '7f8d2c1e-4b3a-4e9f-9c6d-0a1b2c3d4e5f', false],
  ['three groups of four digits', '4821-9937-1056', true],
  ['a run', '12345678901234567890123456789012345678901234567890', true],
  ['one letter', 'A'.repeat(190), true],
  ['a short word', 'letmein', true],
])('%s: can be guessed or not', (_, key, weak) => {
  expect(isWeakKey(key)).toBe(weak);
});

test('what all keys of a list share at the front counts for nothing', () => {
  const front = 'ACME-BACKUP-LICENCE-2026-';
  expect(isWeakKey(`${front}000417`)).toBe(false);
  const { warnings } = check(`${front}000417\n${front}209332\n${front}771204`);
  expect(warnings.map(({ line, note }) => [line, note])).toEqual([
    [1, 'weak'],
    [2, 'weak'],
    [3, 'weak'],
  ]);
  expect(estimateKeyEntropy(`${front}771204`, front.length)).toBeLessThan(20);
});

test.each(['<b>x</b>', 'a%20b', 'a  b', '0'])('%s is told as a key that installed software sends otherwise', (key) => {
  expect(check(key).warnings.map(({ note }) => note)).toContain('altered');
});
