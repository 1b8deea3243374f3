import { expect, test } from 'vitest';
import { disableCustomer } from '@/lib/customers/change-standing';
import { mailSignInLink } from '@/lib/customers/mail-sign-in-link';
import { hashPassword } from '@/lib/customers/password';
import { isResetLinkUsable } from '@/lib/customers/reset-password';
import { setPassword } from '@/lib/customers/set-password';
import { isSignInLinkUsable, signInByLink } from '@/lib/customers/sign-in-by-link';
import { verifyEmail } from '@/lib/customers/verify-email';
import { db, inTransaction } from '@/lib/db/client';
import { mailJob } from '@/lib/jobs/enqueue-mail';
import { openMailToken } from '@/lib/jobs/mail-token';
import { readMail } from '@/lib/mailbox/read-mail';
import { useDatabase } from '../support/database';
import { aCustomer, bySystem } from '../support/factories';
import { anApp, aPerson } from '../support/second-factors';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const address = '192.0.2.1';

async function newestMail(email: string) {
  const rows = await db().outboxEntry.findMany({ where: { kind: 'mail' }, orderBy: { createdAt: 'desc' } });
  const found = rows.find(({ payload }) => mailJob.parse(payload).to === email);
  if (!found) throw new Error('No mail was promised');
  return { id: found.id, job: mailJob.parse(found.payload) };
}

async function tokenOf(email: string): Promise<string> {
  const { job } = await newestMail(email);
  if (job.template !== 'sign_in' || !job.facts.sealedToken) throw new Error('No link was mailed');
  return openMailToken(job.facts.sealedToken, job.facts);
}

async function mailed(customer: { id: string; email: string }, when = at) {
  const admin = await aCustomer({ role: 'admin' });
  const actor = { kind: 'admin' as const, id: admin.id };
  expect(await mailSignInLink({ customerId: customer.id, actor, at: when })).toEqual({ ok: true });
  return { actor, token: await tokenOf(customer.email) };
}

test('a mailed link signs in once, of twenty tries at once', async () => {
  const customer = await aCustomer();
  const { token } = await mailed(customer);
  expect(await isSignInLinkUsable(token, after(59))).toBe(true);
  const tries = Array.from({ length: 20 }, () => signInByLink({ token, address, at: after(1) }));
  const results = await Promise.all(tries);
  expect(results.filter((result) => result.ok)).toEqual([
    { ok: true, entry: { customerId: customer.id, epoch: expect.any(Number) }, needsFactor: false },
  ]);
  expect(await isSignInLinkUsable(token, after(1))).toBe(false);
});

test('the link is dead after an hour, after a newer one, after a new password and for a disabled account', async () => {
  const late = await aCustomer({ emailVerifiedAt: at });
  const { token: old } = await mailed(late);
  expect(await signInByLink({ token: old, address, at: after(60) })).toMatchObject({ ok: false });
  const { token: newer } = await mailed(late, after(1));
  expect(await signInByLink({ token: old, address, at: after(2) })).toMatchObject({ ok: false });
  const passwordHash = await hashPassword('correct horse battery');
  await inTransaction((tx) =>
    setPassword(tx, { customer: late, passwordHash, actor: bySystem, action: 'password.change' }, after(2)),
  );
  expect(await signInByLink({ token: newer, address, at: after(2) })).toMatchObject({ ok: false });
  const closed = await aCustomer();
  const { token } = await mailed(closed);
  await disableCustomer({ customerId: closed.id, actor: bySystem, at });
  expect(await signInByLink({ token, address, at: after(1) })).toEqual({ ok: false, reason: 'link_not_usable' });
});

test('a person with a second factor still owes it', async () => {
  const person = await aPerson(at, { emailVerifiedAt: at });
  await anApp(person, at);
  const { token } = await mailed(person.customer);
  expect(await signInByLink({ token, address, at: after(1) })).toMatchObject({ ok: true, needsFactor: true });
});

test('a sign-in link sets no password and confirms nothing: it is good for one purpose', async () => {
  const { token } = await mailed(await aCustomer());
  expect(await isResetLinkUsable(token, at)).toBe(false);
  expect(await verifyEmail({ token, proof: { kind: 'start_over' }, address, at })).toMatchObject({ ok: false });
  expect(await signInByLink({ token, address, at })).toMatchObject({ ok: true });
});

test('the admin never sees the link: neither in the mail as admins read it, on a demo store neither, nor in the audit', async () => {
  const customer = await aCustomer();
  const { token, actor } = await mailed(customer);
  const { id } = await newestMail(customer.email);
  const read = await readMail(id);
  expect(read).toMatchObject({ ok: true, mail: { hasHiddenLink: true } });
  expect(JSON.stringify(read)).not.toContain(token);
  const rows = await db().auditEntry.findMany({ where: { actorId: actor.id } });
  expect(rows.map(({ action }) => action)).toEqual(['sign_in.request']);
  expect(JSON.stringify(rows.map(({ before, after: now }) => [before, now]))).not.toContain(token);
});

test('a mailbox gets three links an hour, and an admin sends thirty', async () => {
  const customer = await aCustomer();
  const { actor } = await mailed(customer);
  const again = () => mailSignInLink({ customerId: customer.id, actor, at: after(1) });
  expect([await again(), await again()]).toEqual([{ ok: true }, { ok: true }]);
  expect(await again()).toMatchObject({ ok: false, reason: 'too_many_attempts' });
  for (let sent = 4; sent < 30; sent++) {
    await mailSignInLink({ customerId: (await aCustomer()).id, actor, at: after(1) });
  }
  const one = { customerId: (await aCustomer()).id, actor, at: after(1) };
  expect(await mailSignInLink(one)).toMatchObject({ ok: false, reason: 'too_many_attempts' });
});

test('nobody’s link is mailed for an account that is not there or closed', async () => {
  const admin = await aCustomer({ role: 'admin' });
  const actor = { kind: 'admin' as const, id: admin.id };
  const closed = await aCustomer();
  await disableCustomer({ customerId: closed.id, actor: bySystem, at });
  expect(await mailSignInLink({ customerId: closed.id, actor, at })).toMatchObject({ reason: 'customer_disabled' });
  const nobody = { customerId: crypto.randomUUID(), actor, at };
  expect(await mailSignInLink(nobody)).toMatchObject({ reason: 'customer_not_found' });
  expect(await mailSignInLink({ ...nobody, customerId: 'x' })).toMatchObject({ reason: 'customer_not_found' });
});
