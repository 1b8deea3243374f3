import { expect, test } from 'vitest';
import { disableCustomer } from '@/lib/customers/change-standing';
import { hashPassword, verifyPassword } from '@/lib/customers/password';
import { registerCustomer, requestEmailVerification, requestPasswordReset } from '@/lib/customers/request-link';
import { isResetLinkUsable, resetPassword } from '@/lib/customers/reset-password';
import { readSession } from '@/lib/customers/session';
import { verifyEmail } from '@/lib/customers/verify-email';
import { db } from '@/lib/db/client';
import { mailJob } from '@/lib/jobs/enqueue-mail';
import { openMailToken } from '@/lib/jobs/mail-token';
import { useDatabase } from '../support/database';
import { aCustomer, bySystem } from '../support/factories';
import { aSession } from '../support/sessions';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const address = '192.0.2.1';
const password = 'a brand new password';
let caller = 0;
// Each test asks from an address of its own, so that one test's mails do not count against another's.
const elsewhere = () => `198.51.100.${++caller}`;

async function mailsTo(email: string) {
  const rows = await db().outboxEntry.findMany({ where: { kind: 'mail' }, orderBy: { createdAt: 'asc' } });
  return rows.map((row) => mailJob.parse(row.payload)).filter((mail) => mail.to === email);
}

async function newestToken(email: string): Promise<string> {
  const mail = (await mailsTo(email)).at(-1);
  if (!mail || !('sealedToken' in mail.facts) || !mail.facts.sealedToken) throw new Error('No link was mailed');
  return openMailToken(mail.facts.sealedToken, mail.facts);
}

async function asked(facts = {}) {
  const customer = await aCustomer(facts);
  await requestPasswordReset({ email: customer.email, address: elsewhere(), at });
  return { customer, token: await newestToken(customer.email) };
}

test('a mailed link sets a new password once, ends every session and proves the address', async () => {
  const { customer, token } = await asked();
  const session = await aSession({ customerId: customer.id, at });
  expect(await resetPassword({ token, password, address, at })).toEqual({ ok: true, customerId: customer.id });
  expect(await resetPassword({ token, password, address, at })).toEqual({ ok: false, reason: 'link_not_usable' });
  expect(await readSession(session.id, at)).toBeUndefined();
  const row = await db().customer.findUniqueOrThrow({ where: { id: customer.id } });
  expect(row.emailVerifiedAt).toEqual(at);
  expect((await verifyPassword(row.passwordHash, password)).matches).toBe(true);
});

test('one link used 20 times at once works once', async () => {
  const { token } = await asked();
  const results = await Promise.all(Array.from({ length: 20 }, () => resetPassword({ token, password, address, at })));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

test('a link is dead after an hour', async () => {
  const { token } = await asked();
  expect(await isResetLinkUsable(token, after(59))).toBe(true);
  expect(await resetPassword({ token, password, address, at: after(60) })).toMatchObject({ ok: false });
});

test('a second link kills the first', async () => {
  const { customer, token } = await asked();
  await requestPasswordReset({ email: customer.email, address: elsewhere(), at: after(1) });
  expect(await resetPassword({ token, password, address, at: after(2) })).toEqual({
    ok: false,
    reason: 'link_not_usable',
  });
});

test('a refused password does not use the link up', async () => {
  const { token } = await asked();
  expect(await resetPassword({ token, password: 'short', address, at })).toEqual({
    ok: false,
    reason: 'password_too_short',
  });
  expect(await resetPassword({ token, password, address, at })).toMatchObject({ ok: true });
});

test('a link that confirms an address does not reset a password, and a disabled account uses none', async () => {
  const customer = await aCustomer();
  await requestEmailVerification({ customerId: customer.id, address, at });
  const token = await newestToken(customer.email);
  expect(await resetPassword({ token, password, address, at })).toMatchObject({ ok: false });
  await disableCustomer({ customerId: customer.id, actor: bySystem, at });
  expect(await verifyEmail({ token, proof: { kind: 'start_over' }, address, at })).toEqual({
    ok: false,
    reason: 'link_not_usable',
  });
});

test('an unknown address gets the same answer and no mail', async () => {
  const known = await aCustomer();
  const answers = [];
  for (const email of [known.email, 'nobody@example.test']) {
    answers.push(await requestPasswordReset({ email, address: elsewhere(), at }));
  }
  expect(answers).toEqual([{ ok: true }, { ok: true }]);
  expect(await mailsTo('nobody@example.test')).toEqual([]);
});

test('neither the database nor the outbox holds a token in clear', async () => {
  const { customer, token } = await asked();
  const rows = await db().$queryRaw<{ all: string }[]>`
    SELECT (SELECT json_agg(t)::text FROM one_use_token t) || (SELECT json_agg(o)::text FROM outbox_entry o)
      || (SELECT json_agg(a)::text FROM audit_entry a) AS all`;
  expect(rows[0]?.all).toContain(customer.id);
  expect(rows[0]?.all).not.toContain(token);
  expect(rows[0]?.all).not.toContain(Buffer.from(token).toString('hex'));
});

test('a mailbox gets at most five links an hour', async () => {
  const { email } = await aCustomer();
  for (let i = 0; i < 5; i++) await requestPasswordReset({ email, address: elsewhere(), at });
  expect(await requestPasswordReset({ email, address: elsewhere(), at })).toMatchObject({
    reason: 'too_many_attempts',
  });
  expect(await mailsTo(email)).toHaveLength(5);
});

test('a new account begins without a password: its owner confirms the address and then chooses one', async () => {
  const email = 'new.person@example.test';
  expect(await registerCustomer({ email, name: 'New Person', address: elsewhere(), at })).toEqual({ ok: true });
  const verified = await verifyEmail({
    token: await newestToken(email),
    proof: { kind: 'start_over' },
    address,
    at,
  });
  if (!verified.ok || !verified.resetToken) throw new Error('No way to a password');
  expect(await resetPassword({ token: verified.resetToken, password, address, at })).toMatchObject({ ok: true });
  expect(await db().customer.findUniqueOrThrow({ where: { email } })).toMatchObject({
    name: 'New Person',
    role: 'customer',
  });
});

test('registering an address that has an account answers alike and mails its owner a way in', async () => {
  const owner = await aCustomer({ passwordHash: await hashPassword('correct horse battery') });
  expect(await registerCustomer({ email: owner.email, name: 'Thief', address: elsewhere(), at })).toEqual({ ok: true });
  expect((await mailsTo(owner.email)).map((mail) => mail.template)).toEqual(['reset_password']);
  expect((await db().customer.findUniqueOrThrow({ where: { id: owner.id } })).name).toBeNull();
});

test('confirming an address works once and is recorded', async () => {
  const customer = await aCustomer({ passwordHash: 'x' });
  await requestEmailVerification({ customerId: customer.id, address, at });
  const token = await newestToken(customer.email);
  const results = await Promise.all(
    Array.from({ length: 20 }, () =>
      verifyEmail({ token, proof: { kind: 'browser', viewerId: customer.id }, address, at }),
    ),
  );
  expect(results.filter((result) => result.ok)).toEqual([{ ok: true, customerId: customer.id }]);
  expect(await db().auditEntry.count({ where: { action: 'email.verify', objectId: customer.id } })).toBe(1);
  expect(await requestEmailVerification({ customerId: customer.id, address, at })).toMatchObject({
    reason: 'already_verified',
  });
});
