import { expect, test } from 'vitest';
import { readVatId } from '@/lib/vat-id';

test.each([
  ['de 123.456.789', 'DE123456789'],
  ['ATU12345678', 'ATU12345678'],
  ['FR AB 123456789', 'FRAB123456789'],
  ['IE1234567WA', 'IE1234567WA'],
  ['NL123456789B01', 'NL123456789B01'],
  ['CHE-123.456.789 MWST', 'CHE123456789MWST'],
  ['el123456789', 'EL123456789'],
  // An ABN, which begins with no country.
  ['51 824 753 556', '51824753556'],
])('%s is written as %s', (typed, id) => {
  expect(readVatId(typed)).toBe(id);
});

test.each([
  'DE12345678',
  'DE1234567890',
  'ATX12345678',
  'XX123456789',
  'GR123456789',
  'DE',
  '1234',
  'DE12345678é',
  'A'.repeat(30),
])('%s is no VAT id', (typed) => {
  expect(readVatId(typed)).toBeUndefined();
});

test('a VAT id that was read reads the same again', () => {
  expect(readVatId(readVatId('de 123 456 789') ?? '')).toBe('DE123456789');
});
