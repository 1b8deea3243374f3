import { describe, expect, test } from 'vitest';
import { createKey } from '@/lib/access-keys/create-key';
import { issueToken, type TokenPurpose } from '@/lib/customers/one-use-token';
import { hashPassword, verifyPassword } from '@/lib/customers/password';
import { resetPassword } from '@/lib/customers/reset-password';
import { hasFactor } from '@/lib/customers/second-factor';
import { readSession } from '@/lib/customers/session';
import { signInByLink } from '@/lib/customers/sign-in-by-link';
import { readVerifyLink, verifyEmail } from '@/lib/customers/verify-email';
import { db, inTransaction } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';
import { anApp, aPerson } from '../support/second-factors';
import { aSession } from '../support/sessions';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const address = '192.0.2.1';
const password = 'what a stranger chose';
const passwordHash = hashPassword(password);

/** Somebody opened an account with an address that is not theirs, and left all in it that lets them in again. */
async function anOpenedAccount(facts: { emailVerifiedAt?: Date } = {}) {
  const person = await aPerson(at, { passwordHash: await passwordHash, ...facts });
  const customerId = person.customer.id;
  const { sessionId } = await anApp(person, at);
  const actor = { ...person.actor, via: `session:${sessionId}` };
  const made = await createKey({ customerId, kind: 'secret', name: 'Left', actor, at });
  if (!made.ok) throw new Error(made.reason);
  return { customerId, sessionId, sid: made.key.sid };
}

async function aLink(customerId: string, purpose: TokenPurpose): Promise<string> {
  return (await inTransaction((tx) => issueToken(tx, { customerId, purpose }, at))).token;
}

async function whatIsLeft({ customerId, sessionId, sid }: Awaited<ReturnType<typeof anOpenedAccount>>) {
  const customer = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
  const key = await db().accessKey.findUniqueOrThrow({ where: { sid } });
  return {
    password: (await verifyPassword(customer.passwordHash, password)).matches,
    session: (await readSession(sessionId, at)) !== undefined,
    factor: await hasFactor(customerId),
    key: key.state === 'active',
    proven: customer.emailVerifiedAt !== null,
  };
}

const nothing = { password: false, session: false, factor: false, key: false, proven: true };
const everything = { password: true, session: true, factor: true, key: true, proven: true };

describe('whoever opened an account with an address that is not theirs is out of it', () => {
  test('when its owner confirms the address and starts over', async () => {
    const account = await anOpenedAccount();
    const token = await aLink(account.customerId, 'verify_email');
    const confirmed = await verifyEmail({ token, proof: { kind: 'start_over' }, address, at });
    expect(confirmed).toEqual({ ok: true, customerId: account.customerId, resetToken: expect.any(String) });
    expect(await whatIsLeft(account)).toEqual(nothing);
  });

  test('when the account had no password, whatever the browser shows', async () => {
    const { id: customerId } = await aCustomer();
    const session = await aSession({ customerId, at });
    const token = await aLink(customerId, 'verify_email');
    const proof = { kind: 'browser', viewerId: (await aCustomer()).id } as const;
    expect(await verifyEmail({ token, proof, address, at })).toMatchObject({
      ok: true,
      resetToken: expect.any(String),
    });
    expect(await readSession(session.id, at)).toBeUndefined();
  });

  test('not yet when the browser that confirms is signed in to nothing, or as somebody else: it is asked for the password', async () => {
    const account = await anOpenedAccount();
    const token = await aLink(account.customerId, 'verify_email');
    for (const viewerId of [undefined, (await aCustomer()).id]) {
      const proof = { kind: 'browser', viewerId } as const;
      expect(await verifyEmail({ token, proof, address, at })).toEqual({ ok: false, reason: 'password_needed' });
    }
    expect(await whatIsLeft(account)).toEqual({ ...everything, proven: false });
    expect(await readVerifyLink(token, { at })).toMatchObject({ kind: 'ask_password' });
  });

  test('when its owner chooses a new password by mail', async () => {
    const account = await anOpenedAccount();
    const token = await aLink(account.customerId, 'reset_password');
    expect(await resetPassword({ token, password: 'chosen by the owner', address, at })).toMatchObject({ ok: true });
    expect(await whatIsLeft(account)).toEqual(nothing);
  });

  test('when its owner is mailed a link to sign in', async () => {
    const account = await anOpenedAccount();
    const token = await aLink(account.customerId, 'sign_in');
    expect(await signInByLink({ token, address, at })).toMatchObject({ ok: true, needsFactor: false });
    expect(await whatIsLeft(account)).toEqual(nothing);
  });

  test('even when they only waited in it with the browser that bought, without a password', async () => {
    const { id: customerId } = await aCustomer();
    const session = await aSession({ customerId, at });
    const token = await aLink(customerId, 'verify_email');
    expect(await readVerifyLink(token, { at })).toMatchObject({ kind: 'confirm' });
    expect(await verifyEmail({ token, proof: { kind: 'start_over' }, address, at })).toMatchObject({ ok: true });
    expect(await readSession(session.id, at)).toBeUndefined();
  });
});

describe('who shows that the account is theirs keeps all that is in it', () => {
  test('by the browser that is signed in to it', async () => {
    const account = await anOpenedAccount();
    const { customerId } = account;
    const token = await aLink(customerId, 'verify_email');
    expect(await readVerifyLink(token, { viewerId: customerId, at })).toMatchObject({ kind: 'confirm' });
    const proof = { kind: 'browser', viewerId: customerId } as const;
    expect(await verifyEmail({ token, proof, address, at })).toEqual({ ok: true, customerId });
    expect(await whatIsLeft(account)).toEqual(everything);
  });

  test('by its password, on another device', async () => {
    const account = await anOpenedAccount();
    const { customerId } = account;
    const token = await aLink(customerId, 'verify_email');
    expect(await readVerifyLink(token, { viewerId: (await aCustomer()).id, at })).toMatchObject({
      kind: 'ask_password',
    });
    const wrong = { kind: 'password', password: 'not this one' } as const;
    expect(await verifyEmail({ token, proof: wrong, address, at })).toEqual({ ok: false, reason: 'wrong_password' });
    const proof = { kind: 'password', password } as const;
    expect(await verifyEmail({ token, proof, address, at })).toEqual({ ok: true, customerId });
    expect(await whatIsLeft(account)).toEqual(everything);
    expect(await readVerifyLink(token, { at })).toEqual({ kind: 'dead' });
  });

  test('and a new password by mail leaves the second factor and the keys of a proven account', async () => {
    const account = await anOpenedAccount({ emailVerifiedAt: at });
    const token = await aLink(account.customerId, 'reset_password');
    expect(await resetPassword({ token, password: 'chosen by the owner', address, at })).toMatchObject({ ok: true });
    expect(await whatIsLeft(account)).toEqual({ ...everything, password: false, session: false });
  });
});

test('a link is no place to guess the password: five wrong ones close it for a while, and the way to start over stays', async () => {
  const { id: customerId } = await aCustomer({ passwordHash: await passwordHash });
  const token = await aLink(customerId, 'verify_email');
  const guess = (word: string) => verifyEmail({ token, proof: { kind: 'password', password: word }, address, at });
  for (let turn = 0; turn < 5; turn++) expect(await guess(`guess ${turn}`)).toMatchObject({ reason: 'wrong_password' });
  expect(await guess(password)).toEqual({ ok: false, reason: 'too_many_attempts', retryAfterSeconds: 900 });
  expect(await verifyEmail({ token, proof: { kind: 'start_over' }, address, at })).toMatchObject({ ok: true });
});
