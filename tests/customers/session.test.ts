import { expect, test } from 'vitest';
import { changePassword } from '@/lib/customers/change-password';
import { changeRole, disableCustomer, enableCustomer } from '@/lib/customers/change-standing';
import { dropOldSessions } from '@/lib/customers/drop-old-sessions';
import { endOtherSessions, endSession } from '@/lib/customers/end-session';
import { listSessions } from '@/lib/customers/list-sessions';
import { hashPassword } from '@/lib/customers/password';
import { readSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aCustomer, bySystem } from '../support/factories';
import { aSession } from '../support/sessions';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const after = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
const opened = async () => {
  const customer = await aCustomer();
  return { customer, session: await aSession({ customerId: customer.id, userAgent: 'Firefox', at }) };
};

test('a session tells who is signed in', async () => {
  const { customer, session } = await opened();
  expect(await readSession(session.id, at)).toMatchObject({ id: customer.id, email: customer.email, role: 'customer' });
});

test('a session is over after 12 hours without a visit', async () => {
  const { session } = await opened();
  expect(await readSession(session.id, after(11))).toBeDefined();
  expect(await readSession(session.id, after(22))).toBeDefined();
  expect(await readSession(session.id, after(34.1))).toBeUndefined();
});

test('a session is over after 30 days, however busy', async () => {
  const { session } = await opened();
  for (let hours = 10; hours < 720; hours += 10) expect(await readSession(session.id, after(hours))).toBeDefined();
  expect(await readSession(session.id, after(720))).toBeUndefined();
});

test.each(['', 'x', "' OR 1=1", '00000000-0000-0000-0000-000000000000'])('%j is nobody', async (id) => {
  expect(await readSession(id, at)).toBeUndefined();
});

test('an ended session is over at once; a stranger cannot end it', async () => {
  const { customer, session } = await opened();
  const stranger = await aCustomer();
  const which = { sessionId: session.id, actor: bySystem, at };
  expect(await endSession({ ...which, customerId: stranger.id })).toEqual({ ok: false, reason: 'session_not_found' });
  expect(await readSession(session.id, at)).toBeDefined();
  expect(await endSession({ ...which, customerId: customer.id })).toEqual({ ok: true });
  expect(await readSession(session.id, at)).toBeUndefined();
  expect(await db().auditEntry.count({ where: { action: 'session.end', objectId: session.id } })).toBe(1);
});

test('all others end and the one in use stays; the list shows only what lives', async () => {
  const { customer, session } = await opened();
  for (let i = 0; i < 3; i++) await aSession({ customerId: customer.id, at });
  expect(await listSessions({ customerId: customer.id, at })).toHaveLength(4);
  const which = { customerId: customer.id, sessionId: session.id, actor: bySystem, at };
  expect(await endOtherSessions(which)).toEqual({ ended: 3 });
  expect((await listSessions({ customerId: customer.id, at })).map(({ id }) => id)).toEqual([session.id]);
});

test('a changed role ends every session', async () => {
  const { customer, session } = await opened();
  await db().customer.update({ where: { id: customer.id }, data: { emailVerifiedAt: at } });
  await changeRole({ customerId: customer.id, role: 'admin', actor: bySystem, at });
  expect(await readSession(session.id, at)).toBeUndefined();
});

test('a disabled account is out at once and does not come back by being enabled', async () => {
  const { customer, session } = await opened();
  await disableCustomer({ customerId: customer.id, actor: bySystem, at });
  expect(await readSession(session.id, at)).toBeUndefined();
  await enableCustomer({ customerId: customer.id, actor: bySystem, at });
  expect(await readSession(session.id, at)).toBeUndefined();
});

test('changing the password needs the present one, ends the other sessions and tells the owner', async () => {
  const customer = await aCustomer({ passwordHash: await hashPassword('correct horse battery') });
  const [mine, other] = [
    await aSession({ customerId: customer.id, at }),
    await aSession({ customerId: customer.id, at }),
  ];
  const change = {
    customerId: customer.id,
    sessionId: mine.id,
    newPassword: 'a better long one',
    address: '192.0.2.1',
    at,
  };
  expect(await changePassword({ ...change, currentPassword: 'not this' })).toEqual({
    ok: false,
    reason: 'wrong_password',
  });
  expect(await changePassword({ ...change, currentPassword: 'correct horse battery', newPassword: 'short' })).toEqual({
    ok: false,
    reason: 'password_too_short',
  });
  expect(await readSession(other.id, at)).toBeDefined();
  expect(await changePassword({ ...change, currentPassword: 'correct horse battery' })).toEqual({ ok: true });
  expect(await readSession(mine.id, at)).toBeDefined();
  expect(await readSession(other.id, at)).toBeUndefined();
  const mails = await db().outboxEntry.findMany({ where: { kind: 'mail' } });
  expect(mails.map((mail) => mail.payload)).toContainEqual(
    expect.objectContaining({ template: 'password_changed', to: customer.email }),
  );
});

test('a stolen session cannot guess the password for long', async () => {
  const customer = await aCustomer({ passwordHash: await hashPassword('correct horse battery') });
  const guess = { customerId: customer.id, sessionId: customer.id, newPassword: 'a better long one', address: '', at };
  for (let i = 0; i < 5; i++) await changePassword({ ...guess, currentPassword: `guess ${i}` });
  expect(await changePassword({ ...guess, currentPassword: 'correct horse battery' })).toMatchObject({
    reason: 'too_many_attempts',
  });
});

test('a session that ended ninety days ago is gone with its address; one that lives, or ended since, is there', async () => {
  const { id: customerId } = await aCustomer();
  const days = (count: number) => new Date(at.getTime() - count * 86_400_000);
  const aSessionWith = async (facts: { revokedAt?: Date; expiresAt?: Date }) => {
    const { id } = await aSession({ customerId, userAgent: 'a browser', address: '192.0.2.1', at });
    await db().session.update({ where: { id }, data: facts });
    return id;
  };
  const gone = [await aSessionWith({ revokedAt: days(91) }), await aSessionWith({ expiresAt: days(91) })];
  const kept = [
    await aSessionWith({}),
    await aSessionWith({ revokedAt: days(89) }),
    await aSessionWith({ expiresAt: days(89) }),
  ];
  expect(await dropOldSessions(at)).toBe(gone.length);
  const left = await db().session.findMany({ where: { customerId }, select: { id: true } });
  expect(left.map(({ id }) => id).sort()).toEqual(kept.sort());
});
