import { expect, test } from 'vitest';
import { formField } from '@/app/_shell/form-field';
import { wholeNumber } from '@/app/cart/whole-number';

test('a typed field is read', () => {
  const form = new FormData();
  form.set('quantity', '2');
  expect(formField(form, 'quantity')).toBe('2');
});

test('a file, a missing field and what is no form at all are the empty string', () => {
  const form = new FormData();
  form.set('quantity', new File(['9'], '9'));
  expect(formField(form, 'quantity')).toBe('');
  expect(formField(form, 'other')).toBe('');
  for (const odd of [undefined, null, 'x', 7, [], { get: () => 'x' }]) expect(formField(odd, 'quantity')).toBe('');
});

test.each([
  ['12', 12],
  [' 12 ', 12],
  ['0', 0],
])('%j is the whole number %i', (field, number) => {
  expect(wholeNumber(field)).toBe(number);
});

test.each(['', '-1', '1.5', '1e3', '0x10', '12345678901', 'Infinity', '٣'])('%j is no whole number', (field) => {
  expect(wholeNumber(field)).toBeNaN();
});
