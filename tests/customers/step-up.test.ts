import { beforeAll, expect, test } from 'vitest';
import { hashPassword } from '@/lib/customers/password';
import { adminDoor, isRecentlyProven, type ProofKind } from '@/lib/customers/proof';
import { readSession } from '@/lib/customers/session';
import { stepUp } from '@/lib/customers/step-up';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { anApp, aPerson, codeAt, steps } from '../support/second-factors';
import { aSession } from '../support/sessions';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const later = steps(at, 40);
const password = 'correct horse battery';
const address = '192.0.2.1';
let passwordHash = '';
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

async function signedIn(sessionId: string, when = later) {
  const customer = await readSession(sessionId, when);
  if (!customer) throw new Error('The session has ended');
  return customer;
}

test('without a factor the password proves the person for ten minutes', async () => {
  const { sessionId } = await aPerson(at, { passwordHash });
  const customer = await signedIn(sessionId);
  expect(isRecentlyProven(customer, later)).toBe(false);
  const answer = { kind: 'password', password } as const;
  expect(await stepUp({ customer, answer, address, at: later })).toEqual({ ok: true, sessionId });
  const proven = await signedIn(sessionId);
  expect(isRecentlyProven(proven, steps(later, 20))).toBe(true);
  expect(isRecentlyProven(proven, steps(later, 21))).toBe(false);
  expect(await db().auditEntry.count({ where: { action: 'session.step_up', objectId: sessionId } })).toBe(1);
});

test('a stolen session cannot guess the password: five tries in 15 minutes', async () => {
  const { sessionId } = await aPerson(at, { passwordHash });
  const customer = await signedIn(sessionId);
  const tries = (guess: string) =>
    stepUp({ customer, answer: { kind: 'password', password: guess }, address, at: later });
  for (let i = 0; i < 5; i++) expect(await tries('a wrong guess')).toEqual({ ok: false, reason: 'wrong_password' });
  expect(await tries(password)).toMatchObject({ reason: 'too_many_attempts' });
  expect(isRecentlyProven(await signedIn(sessionId), later)).toBe(false);
});

test('with a factor the password proves nothing any more; the factor does, and the session keeps its id', async () => {
  const person = await aPerson(at, { passwordHash });
  const { seed, sessionId } = await anApp(person, at);
  const customer = await signedIn(sessionId);
  expect(isRecentlyProven(customer, later)).toBe(false);
  const byPassword = { kind: 'password', password } as const;
  expect(await stepUp({ customer, answer: byPassword, address, at: later })).toMatchObject({ reason: 'factor_needed' });
  const byCode = { kind: 'code', code: codeAt(seed, later) } as const;
  expect(await stepUp({ customer, answer: byCode, address, at: later })).toEqual({ ok: true, sessionId });
  expect(isRecentlyProven(await signedIn(sessionId), later)).toBe(true);
});

test('a session that shows a factor for the first time goes on under a new id', async () => {
  const person = await aPerson(at, { passwordHash });
  const { seed } = await anApp(person, at);
  const old = await aSession({ customerId: person.customer.id, by: 'password', userAgent: 'Firefox', at: later });
  const answer = { kind: 'code', code: codeAt(seed, later) } as const;
  const result = await stepUp({ customer: await signedIn(old.id), answer, address, at: later });
  if (!result.ok) throw new Error(result.reason);
  expect(result.sessionId).not.toBe(old.id);
  expect(await readSession(old.id, later)).toBeUndefined();
  const next = await db().session.findUniqueOrThrow({ where: { id: result.sessionId } });
  expect(next).toMatchObject({ userAgent: 'Firefox', createdAt: later, expiresAt: old.expiresAt, provenBy: 'totp' });
});

const minutesAgo = (minutes: number, by: ProofKind) => ({ by, at: new Date(at.getTime() - minutes * 60_000) });

test.each([
  ['nothing was ever proven', false, undefined, false],
  ['the password, just now', false, minutesAgo(0, 'password'), true],
  ['the password, ten minutes ago', false, minutesAgo(10, 'password'), true],
  ['the password, eleven minutes ago', false, minutesAgo(11, 'password'), false],
  ['the password of an account that has a factor', true, minutesAgo(0, 'password'), false],
  ['the factor', true, minutesAgo(9, 'totp'), true],
  ['the factor, long ago', true, minutesAgo(11, 'passkey'), false],
])('a sensitive step after %s', (_, hasFactor, proof, isAllowed) => {
  expect(isRecentlyProven({ hasFactor, proof }, at)).toBe(isAllowed);
});

test.each([
  ['a customer', 'customer', true, minutesAgo(0, 'totp'), 'not_an_admin'],
  ['an admin without a factor', 'admin', false, minutesAgo(0, 'password'), 'no_factor'],
  ['an admin without a factor who had one', 'admin', false, minutesAgo(0, 'totp'), 'no_factor'],
  ['an admin who did not show the factor here', 'admin', true, minutesAgo(0, 'password'), 'factor_not_shown'],
  ['an admin who proved nothing here', 'admin', true, undefined, 'factor_not_shown'],
  ['an admin who showed a factor hours ago', 'admin', true, minutesAgo(300, 'totp'), 'open'],
  ['an admin who used a recovery code', 'admin', true, minutesAgo(1, 'recovery_code'), 'open'],
] as const)('%s at the door of the admin area', (_, role, hasFactor, proof, door) => {
  expect(adminDoor({ role, hasFactor, proof })).toBe(door);
});
