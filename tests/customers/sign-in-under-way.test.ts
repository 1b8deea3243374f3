import { expect, test } from 'vitest';
import { createKey } from '@/lib/access-keys/create-key';
import { changePassword } from '@/lib/customers/change-password';
import { disableCustomer } from '@/lib/customers/change-standing';
import { closeUnprovenAccount } from '@/lib/customers/close-unproven-account';
import { issueToken } from '@/lib/customers/one-use-token';
import { hashPassword, verifyPassword } from '@/lib/customers/password';
import { finishSignIn, startPendingSignIn } from '@/lib/customers/pending-sign-in';
import { isResetLinkUsable, resetPassword } from '@/lib/customers/reset-password';
import { entryOf, startSession } from '@/lib/customers/session';
import { signIn } from '@/lib/customers/sign-in';
import { db, inTransaction } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';
import { anApp, aPerson, codeAt } from '../support/second-factors';
import { aPendingSignIn, aSession } from '../support/sessions';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const address = '192.0.2.1';
const old = 'the password that was stolen';
const fresh = 'the one of the real owner';
const oldHash = hashPassword(old);

async function aPersonWithPassword() {
  const { customer, sessionId, actor } = await aPerson(at, { passwordHash: await oldHash });
  return { ...customer, sessionId, actor };
}

const resetLink = async (customerId: string) =>
  (await inTransaction((tx) => issueToken(tx, { customerId, purpose: 'reset_password' }, at))).token;

async function reset(customerId: string) {
  const token = await resetLink(customerId);
  expect(await resetPassword({ token, password: fresh, address, at })).toMatchObject({ ok: true });
}

test('a password change that is under way does not overrule a new password by mail', async () => {
  for (let round = 0; round < 3; round++) {
    const { id, sessionId } = await aPersonWithPassword();
    const token = await resetLink(id);
    const change = { customerId: id, sessionId, currentPassword: old, newPassword: 'stolen once more', address, at };
    await Promise.all([changePassword(change), resetPassword({ token, password: fresh, address, at })]);
    const { passwordHash } = await db().customer.findUniqueOrThrow({ where: { id } });
    expect((await verifyPassword(passwordHash, fresh)).matches).toBe(true);
  }
});

test('a session that was ended changes no password', async () => {
  const { id, sessionId } = await aPersonWithPassword();
  await db().session.update({ where: { id: sessionId }, data: { revokedAt: at } });
  const change = { customerId: id, sessionId, currentPassword: old, newPassword: 'stolen once more', address, at };
  expect(await changePassword(change)).toEqual({ ok: false, reason: 'wrong_password' });
});

test('a password that was right when it was typed opens nothing once another is in place', async () => {
  const { id, email } = await aPersonWithPassword();
  const shown = await signIn({ email, password: old, address, at });
  if (!shown.ok) throw new Error(shown.reason);
  await reset(id);
  expect(await startSession({ ...shown.entry, by: 'password', at })).toBeUndefined();
  expect(await startPendingSignIn({ ...shown.entry, at })).toBeUndefined();
});

test('a second factor that was right opens nothing once the password is another', async () => {
  const person = await aPerson(at, { passwordHash: await oldHash });
  const { seed } = await anApp(person, at);
  const later = new Date(at.getTime() + 60_000);
  const { token } = await aPendingSignIn({ customerId: person.customer.id, at: later });
  const done = await finishSignIn({ token, answer: { kind: 'code', code: codeAt(seed, later) }, address, at: later });
  if (!done.ok) throw new Error(done.reason);
  await reset(person.customer.id);
  expect(await startSession({ ...done.entry, by: done.by, at: later })).toBeUndefined();
});

test('an account that was disabled meanwhile lets nobody in', async () => {
  const { id } = await aPersonWithPassword();
  const entry = await inTransaction((tx) => entryOf(tx, id));
  await disableCustomer({ customerId: id, actor: bySystem, at });
  expect(await startSession({ ...entry, at })).toBeUndefined();
});

test('a session that is made while all are ended is ended with them, or not made', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await aPersonWithPassword();
    const entry = await inTransaction((tx) => entryOf(tx, id));
    await Promise.all([
      startSession({ ...entry, at }),
      inTransaction((tx) => closeUnprovenAccount(tx, { customerId: id, actor: bySystem }, at)),
    ]);
    expect(await db().session.count({ where: { customerId: id, revokedAt: null } })).toBe(0);
  }
});

test('a session that was ended makes no developer key', async () => {
  const { id, actor, sessionId } = await aPersonWithPassword();
  await db().session.update({ where: { id: sessionId }, data: { revokedAt: at } });
  const made = await createKey({ customerId: id, kind: 'secret', name: 'Late', actor, at });
  expect(made).toEqual({ ok: false, reason: 'customer_not_found' });
});

test('whoever waits in an account that nobody proved cannot end the links that were mailed to its address', async () => {
  const { id } = await aPersonWithPassword();
  const { id: sessionId } = await aSession({ customerId: id, by: 'password', at });
  const token = await resetLink(id);
  const change = { customerId: id, sessionId, currentPassword: old, newPassword: 'another of theirs', address, at };
  expect(await changePassword(change)).toEqual({ ok: true });
  expect(await isResetLinkUsable(token, at)).toBe(true);
});
