import { expect, test } from 'vitest';
import { readEmailAddress } from '@/lib/customers/email-address';

test.each([
  ['buyer@example.test', 'buyer@example.test'],
  ['  Buyer@Example.TEST ', 'buyer@example.test'],
  ['a.b+shop@mail.example.test', 'a.b+shop@mail.example.test'],
  ["o'neil@example.test", "o'neil@example.test"],
  ['x@xn--mller-kva.example', 'x@xn--mller-kva.example'],
])('%j is the address %s', (typed, address) => {
  expect(readEmailAddress(typed)).toEqual({ ok: true, address });
});

test.each([
  ['"a@evil.test"@store.test', 'email_malformed'],
  ['a@evil.test,b@store.test', 'email_malformed'],
  ['a@evil.test b@store.test', 'email_malformed'],
  ['a@b@store.test', 'email_malformed'],
  ['Buyer <a@store.test>', 'email_malformed'],
  ['a@store.test.', 'email_malformed'],
  ['a..b@store.test', 'email_malformed'],
  ['.a@store.test', 'email_malformed'],
  ['a@localhost', 'email_malformed'],
  ['a@[192.0.2.1]', 'email_malformed'],
  ['a@192.0.2.1', 'email_malformed'],
  ['a@-store.test', 'email_malformed'],
  ['a@store.test\r\nBcc: b@evil.test', 'email_not_ascii'],
  ['a＠store.test', 'email_not_ascii'],
  ['\u0430dmin@store.test', 'email_not_ascii'],
  ['\u212aim@store.test', 'email_not_ascii'],
  ['a\u200b@store.test', 'email_not_ascii'],
  ['a\u0000@store.test', 'email_not_ascii'],
  [`${'a'.repeat(65)}@store.test`, 'email_malformed'],
  [`a@${'b'.repeat(320)}.test`, 'email_malformed'],
  ['   ', 'email_missing'],
])('%j is refused', (typed, reason) => {
  expect(readEmailAddress(typed)).toEqual({ ok: false, reason });
});

test('a hundred thousand characters are read in no time', () => {
  const started = performance.now();
  readEmailAddress(`${'a'.repeat(100_000)}!`);
  expect(performance.now() - started).toBeLessThan(50);
});
