import { expect, test } from 'vitest';
import { confirmEmailChange, readEmailChange, requestEmailChange } from '@/lib/customers/change-email';
import { createCustomer } from '@/lib/customers/create-customer';
import { requestPasswordReset } from '@/lib/customers/request-link';
import { isResetLinkUsable, resetPassword } from '@/lib/customers/reset-password';
import { readSession } from '@/lib/customers/session';
import { db, inTransaction } from '@/lib/db/client';
import { mailJob } from '@/lib/jobs/enqueue-mail';
import { openMailToken } from '@/lib/jobs/mail-token';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';
import { aPerson } from '../support/second-factors';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
let people = 0;
const anAddress = () => `new-${++people}@example.test`;

async function mailsTo(email: string) {
  const rows = await db().outboxEntry.findMany({ where: { kind: 'mail' }, orderBy: { createdAt: 'asc' } });
  return rows.map((row) => mailJob.parse(row.payload)).filter((mail) => mail.to === email);
}

async function tokenTo(email: string): Promise<string> {
  const mail = (await mailsTo(email)).at(-1);
  if (!mail || !('sealedToken' in mail.facts) || !mail.facts.sealedToken) throw new Error('No link was mailed');
  return openMailToken(mail.facts.sealedToken, mail.facts);
}

async function wished() {
  const person = await aPerson(at);
  const email = anAddress();
  const { customer, actor } = person;
  expect(await requestEmailChange({ customer, email: ` ${email.toUpperCase()} `, actor, at })).toEqual({
    ok: true,
    newAddress: email,
  });
  return { ...person, email, token: await tokenTo(email) };
}

const emailOf = async (id: string) => (await db().customer.findUniqueOrThrow({ where: { id } })).email;

test('an account gets the address whose link its owner presses, once; the old one is told, without the new one', async () => {
  const { customer, sessionId, actor, email, token } = await wished();
  expect(await emailOf(customer.id)).toBe(customer.email);
  expect(await readEmailChange(token, { viewerId: customer.id, at })).toEqual({ ok: true, newAddress: email });
  const wish = { token, viewer: customer, actor, at: after(5) };
  const results = await Promise.all(Array.from({ length: 8 }, () => confirmEmailChange(wish)));
  expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, newAddress: email }]);
  expect(await db().customer.findUniqueOrThrow({ where: { id: customer.id } })).toMatchObject({
    email,
    emailVerifiedAt: after(5),
  });
  expect(await readSession(sessionId, after(6))).toBeDefined();
  const told = (await mailsTo(customer.email)).at(-1);
  expect(told).toMatchObject({ template: 'email_changed', facts: { newAddress: 'n…@example.test' } });
  expect(await db().auditEntry.findMany({ where: { action: 'email.change', objectId: customer.id } })).toMatchObject([
    { before: { email: customer.email }, after: { email } },
  ]);
});

test('a link works for nobody but the account that asked for it', async () => {
  const { customer, email, token } = await wished();
  const other = await aPerson(at);
  expect(await readEmailChange(token, { viewerId: other.customer.id, at })).toEqual({
    ok: false,
    reason: 'other_account',
  });
  const wish = { token, viewer: other.customer, actor: other.actor, at };
  expect(await confirmEmailChange(wish)).toEqual({ ok: false, reason: 'other_account' });
  expect(await emailOf(customer.id)).toBe(customer.email);
  expect(await db().customer.count({ where: { email } })).toBe(0);
});

test('a link is dead after a day and after a newer one', async () => {
  const { customer, actor, token } = await wished();
  expect(await readEmailChange(token, { viewerId: customer.id, at: after(24 * 60) })).toMatchObject({ ok: false });
  await requestEmailChange({ customer, email: anAddress(), actor, at: after(1) });
  const late = { token, viewer: customer, actor, at: after(2) };
  expect(await confirmEmailChange(late)).toEqual({ ok: false, reason: 'link_not_usable' });
});

test('an address that has an account is answered alike, and only its mailbox learns that it has one', async () => {
  const { customer, actor } = await aPerson(at);
  const known = await aCustomer();
  expect(await requestEmailChange({ customer, email: known.email, actor, at })).toEqual({
    ok: true,
    newAddress: known.email,
  });
  expect((await mailsTo(known.email)).map(({ template }) => template)).toEqual(['email_in_use']);
});

test('an account that was made with the address meanwhile keeps it, and nothing else changes', async () => {
  const { customer, actor, email, token } = await wished();
  await inTransaction((tx) => createCustomer(tx, { email, at }));
  expect(await confirmEmailChange({ token, viewer: customer, actor, at })).toEqual({
    ok: false,
    reason: 'email_taken',
  });
  expect(await emailOf(customer.id)).toBe(customer.email);
});

test('of two accounts that press for one address at once, one gets it', async () => {
  const [one, two] = [await wished(), await aPerson(at)];
  await requestEmailChange({ customer: two.customer, email: one.email, actor: two.actor, at });
  const token = await tokenTo(one.email);
  const results = await Promise.all([
    confirmEmailChange({ token: one.token, viewer: one.customer, actor: one.actor, at }),
    confirmEmailChange({ token, viewer: two.customer, actor: two.actor, at }),
  ]);
  expect(results.map((result) => (result.ok ? 'changed' : result.reason)).sort()).toEqual(['changed', 'email_taken']);
});

test('links that were mailed to the old address end with it', async () => {
  const { customer, actor, token } = await wished();
  await requestPasswordReset({ email: customer.email, address: '198.51.100.9', at });
  const reset = await tokenTo(customer.email);
  expect(await isResetLinkUsable(reset, at)).toBe(true);
  expect(await confirmEmailChange({ token, viewer: customer, actor, at })).toMatchObject({ ok: true });
  expect(await isResetLinkUsable(reset, at)).toBe(false);
});

test('what is no address, and the one the account has, are refused; a mailbox gets three such mails an hour', async () => {
  const { customer, actor } = await aPerson(at);
  const ask = (email: string, who = { customer, actor }) => requestEmailChange({ ...who, email, at });
  expect(await ask('not an address')).toEqual({ ok: false, reason: 'invalid_email' });
  expect(await ask(customer.email.toUpperCase())).toEqual({ ok: false, reason: 'email_unchanged' });
  const email = anAddress();
  for (let mail = 0; mail < 3; mail++) expect(await ask(email)).toMatchObject({ ok: true });
  expect(await ask(email, await aPerson(at))).toMatchObject({ reason: 'too_many_attempts' });
});

test('a new password ends a change of address that was asked for before, also one that is being pressed', async () => {
  const { customer, actor, token } = await wished();
  await requestPasswordReset({ email: customer.email, address: '198.51.100.10', at });
  const reset = await tokenTo(customer.email);
  expect(await resetPassword({ token: reset, password: 'of the owner again', address: '', at })).toMatchObject({
    ok: true,
  });
  expect(await confirmEmailChange({ token, viewer: customer, actor, at })).toMatchObject({ reason: 'link_not_usable' });
  expect(await emailOf(customer.id)).toBe(customer.email);
});
