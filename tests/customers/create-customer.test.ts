import { expect, test } from 'vitest';
import { createCustomer } from '@/lib/customers/create-customer';
import { db, inTransaction } from '@/lib/db/client';
import { useDatabase } from '../support/database';

useDatabase();

const create = (wish: Parameters<typeof createCustomer>[1]) => inTransaction((tx) => createCustomer(tx, wish));

test('one address in two spellings is one account', async () => {
  expect(await create({ email: 'One@Example.test' })).toMatchObject({
    ok: true,
    customer: { email: 'one@example.test' },
  });
  expect(await create({ email: ' one@EXAMPLE.test' })).toEqual({ ok: false, reason: 'email_taken' });
});

test('ten callers at once with one address make one account', async () => {
  const results = await Promise.all(Array.from({ length: 10 }, () => create({ email: 'race@example.test' })));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await db().customer.count({ where: { email: 'race@example.test' } })).toBe(1);
});

test('an import keeps its number and later numbers are above it', async () => {
  expect(await create({ email: 'old@example.test', number: 5000 })).toMatchObject({ customer: { number: 5000 } });
  expect(await create({ email: 'other@example.test', number: 5000 })).toEqual({ ok: false, reason: 'number_taken' });
  expect(await create({ email: 'new@example.test' })).toMatchObject({ customer: { number: 5001 } });
});

test('a text that is not an address makes no account', async () => {
  expect(await create({ email: '"a@evil.test"@store.test' })).toEqual({ ok: false, reason: 'invalid_email' });
});

test('making an account is recorded without anything secret', async () => {
  const made = await create({ email: 'audited@example.test', passwordHash: '$argon2id$secret' });
  if (!made.ok) throw new Error(made.reason);
  const entry = await db().auditEntry.findFirstOrThrow({ where: { objectId: made.customer.id } });
  expect(entry.action).toBe('customer.create');
  expect(JSON.stringify(entry.after)).not.toContain('argon2');
});
