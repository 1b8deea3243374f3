import { expect, test } from 'vitest';
import { checkValues, readValues } from '@/app/checkout/read-checkout-form';

function values(typed: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return readValues(form);
}

const fields = (errors: { fieldId?: string }[]) => errors.map((error) => error.fieldId);
const guest = { password: 'correct horse battery' };

test('an address and a password are enough for a guest', () => {
  expect(checkValues(values({ email: ' Ada@Example.test ' }), guest)).toEqual([]);
});

test('everything that is wrong is told at once, each at its field', () => {
  const typed = values({ email: 'ada', name: 'x'.repeat(121), company: 'x'.repeat(121), vatId: '12' });
  expect(fields(checkValues(typed, { password: 'short' }))).toEqual(['email', 'name', 'password', 'company', 'vatId']);
});

test('a signed-in customer is asked for neither address nor password', () => {
  expect(checkValues(values({}))).toEqual([]);
});

test.each(['DE123456789', 'de 123 456 789', 'ATU12345678', 'CHE-123.456.789', 'XI123456789', ''])(
  'the VAT id %j is taken',
  (vatId) => expect(checkValues(values({ vatId }))).toEqual([]),
);

test('what is typed is kept without NUL and within bounds', () => {
  expect(values({ name: ' A\0da ', company: 'x'.repeat(900) })).toMatchObject({
    name: 'Ada',
    company: 'x'.repeat(500),
  });
});
