import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { grantAdmin } from '@/lib/customers/grant-admin';
import { hasFactor } from '@/lib/customers/second-factor';
import { readSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';
import { anApp, aPerson } from '../support/second-factors';

useDatabase();

const actor = { kind: 'system', via: 'test' } as const;

test('a customer becomes an admin and keeps the password and the open browsers', async () => {
  const { id, email } = await aCustomer({ passwordHash: 'kept', emailVerifiedAt: now() });
  const at = now();
  await db().session.create({ data: { customerId: id, createdAt: at, lastSeenAt: at, expiresAt: at } });
  expect(await grantAdmin({ email: email.toUpperCase(), at, actor })).toEqual({
    ok: true,
    customerId: id,
    isNewAccount: false,
    isPasswordNew: false,
  });
  const after = await db().customer.findUniqueOrThrow({ where: { id }, include: { sessions: true } });
  expect(after).toMatchObject({ role: 'admin', passwordHash: 'kept', sessions: [{ revokedAt: null }] });
});

test('a replaced password signs every browser out', async () => {
  const { id, email } = await aCustomer();
  const at = now();
  await db().session.create({ data: { customerId: id, createdAt: at, lastSeenAt: at, expiresAt: at } });
  await grantAdmin({ email, passwordHash: 'new', at, actor });
  const after = await db().customer.findUniqueOrThrow({ where: { id }, include: { sessions: true } });
  expect(after).toMatchObject({ passwordHash: 'new', sessions: [{ revokedAt: at }] });
});

test('an unknown address gets an account, a bad one is refused', async () => {
  const made = await grantAdmin({ email: 'fresh@example.test', passwordHash: 'x', at: now(), actor });
  expect(made).toMatchObject({ ok: true, isNewAccount: true });
  expect(await grantAdmin({ email: 'not an address', at: now(), actor })).toEqual({
    ok: false,
    reason: 'invalid_email',
  });
});

test('whoever opened an account with an address that nobody proved is out of it before it becomes an admin’s', async () => {
  const at = now();
  const person = await aPerson(at, { passwordHash: 'of a stranger' });
  const { sessionId } = await anApp(person, at);
  const { id, email } = person.customer;
  const granted = await grantAdmin({ email, passwordHashOfNewAccount: 'of the operator', at, actor });
  expect(granted).toEqual({ ok: true, customerId: id, isNewAccount: false, isPasswordNew: true });
  expect(await readSession(sessionId, at)).toBeUndefined();
  expect(await hasFactor(id)).toBe(false);
  expect(await db().customer.findUniqueOrThrow({ where: { id } })).toMatchObject({
    role: 'admin',
    passwordHash: 'of the operator',
    emailVerifiedAt: at,
  });
});
