import { beforeAll, expect, test } from 'vitest';
import { disableCustomer } from '@/lib/customers/change-standing';
import { passkeyToUse } from '@/lib/customers/passkey';
import { hashPassword } from '@/lib/customers/password';
import { dropUnfinished, finishSignIn, readPendingSignIn } from '@/lib/customers/pending-sign-in';
import { setPassword } from '@/lib/customers/set-password';
import { signIn } from '@/lib/customers/sign-in';
import { db, inTransaction } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';
import { anApp, aPasskey, aPerson, codeAt, steps } from '../support/second-factors';
import { aPendingSignIn } from '../support/sessions';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const later = steps(at, 4);
const password = 'correct horse battery';
const address = '192.0.2.1';
let passwordHash = '';
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

async function atSecondStep() {
  const person = await aPerson(at, { passwordHash });
  const { seed } = await anApp(person, at);
  const { token } = await aPendingSignIn({ customerId: person.customer.id, at: later });
  const answer = { kind: 'code' as const, code: codeAt(seed, later) };
  return { person, seed, token, answer };
}

test('with a second factor the password asks for it, starts no session and gives no more than that away', async () => {
  const { person } = await atSecondStep();
  const { id, email } = person.customer;
  const before = await db().session.count({ where: { customerId: id } });
  expect(await signIn({ email, password, address, at })).toEqual({
    ok: true,
    entry: { customerId: id, epoch: expect.any(Number) },
    needsFactor: true,
  });
  expect(await signIn({ email, password: 'wrong', address, at })).toEqual({
    ok: false,
    reason: 'wrong_email_or_password',
  });
  expect(await db().session.count({ where: { customerId: id } })).toBe(before);
  expect(await db().auditEntry.count({ where: { action: 'session.start', objectId: id } })).toBe(0);
});

test('the factor finishes the sign-in once, and the audit says which it was', async () => {
  const { person, token, answer } = await atSecondStep();
  const { id } = person.customer;
  expect(await finishSignIn({ token, answer, address, at: later })).toEqual({
    ok: true,
    entry: { customerId: id, epoch: expect.any(Number) },
    by: 'totp',
  });
  expect(await finishSignIn({ token, answer, address, at: later })).toEqual({ ok: false, reason: 'sign_in_over' });
  const audit = await db().auditEntry.findMany({ where: { action: 'session.start', objectId: id } });
  expect(audit).toMatchObject([{ after: { factor: 'totp' } }]);
});

test('a passkey signs in, and its answer belongs to this sign-in alone', async () => {
  const person = await aPerson(at);
  const { device } = await aPasskey(person, at);
  const customerId = person.customer.id;
  const [mine, other] = [await aPendingSignIn({ customerId, at }), await aPendingSignIn({ customerId, at })];
  const pending = await readPendingSignIn(mine.token, at);
  const response = device.use((await passkeyToUse({ customerId, holderId: pending?.id ?? '' }, at)) ?? '');
  const answer = { kind: 'passkey' as const, response };
  expect(await finishSignIn({ token: other.token, answer, address, at })).toMatchObject({ reason: 'passkey_refused' });
  expect(await finishSignIn({ token: mine.token, answer, address, at })).toMatchObject({ ok: true, by: 'passkey' });
});

test('a wrong factor leaves the sign-in open for the right one', async () => {
  const { token, answer } = await atSecondStep();
  const wrong = { kind: 'code' as const, code: '000000' };
  expect(await finishSignIn({ token, answer: wrong, address, at: later })).toMatchObject({ reason: 'wrong_code' });
  expect(await finishSignIn({ token, answer, address, at: later })).toMatchObject({ ok: true });
});

test('a sign-in is over after ten minutes, and without its token', async () => {
  const { token, answer } = await atSecondStep();
  expect(await finishSignIn({ token, answer, address, at: steps(later, 20) })).toMatchObject({
    reason: 'sign_in_over',
  });
  for (const other of ['', 'x', token.slice(1)]) {
    expect(await finishSignIn({ token: other, answer, address, at: later })).toMatchObject({ reason: 'sign_in_over' });
  }
});

test('a disabled account and a changed password end a sign-in that waits', async () => {
  const disabled = await atSecondStep();
  await disableCustomer({ customerId: disabled.person.customer.id, actor: bySystem, at: later });
  const reset = await atSecondStep();
  await inTransaction((tx) =>
    setPassword(
      tx,
      { customer: reset.person.customer, passwordHash, actor: bySystem, action: 'password.reset' },
      later,
    ),
  );
  for (const { token, answer } of [disabled, reset]) {
    expect(await finishSignIn({ token, answer, address, at: later })).toMatchObject({ reason: 'sign_in_over' });
  }
});

test('after a reset of the password the second factor is still asked for', async () => {
  const { person } = await atSecondStep();
  const { customer } = person;
  await inTransaction((tx) =>
    setPassword(tx, { customer, passwordHash, actor: bySystem, action: 'password.reset' }, later),
  );
  expect(await signIn({ email: customer.email, password, address, at: later })).toMatchObject({ needsFactor: true });
});

test('the token lies in the database as a digest only, and what was not finished is tidied away', async () => {
  const { token } = await atSecondStep();
  const rows = await db().pendingSignIn.findMany();
  expect(rows.map(({ digest }) => Buffer.from(digest).toString('latin1')).join()).not.toContain(token);
  await dropUnfinished(steps(later, 30));
  expect(await db().pendingSignIn.count()).toBe(0);
});
