import { afterEach, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { confirmAuthenticator, readEnrolment, startAuthenticator } from '@/lib/customers/enrol-authenticator';
import { proveFactor } from '@/lib/customers/prove-factor';
import { hasFactor, listFactors } from '@/lib/customers/second-factor';
import { readSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { anApp, aPerson, aSeed, codeAt, steps } from '../support/second-factors';
import { aSession } from '../support/sessions';

useDatabase();
afterEach(() => setClockOffsetMs(0));

const at = new Date('2026-11-21T10:00:00Z');
const later = steps(at, 10);

type Person = Awaited<ReturnType<typeof aPerson>>;

const tries = ({ customer, sessionId }: Person, code: string, when: Date, address = '192.0.2.1') =>
  proveFactor({ customer, holderId: sessionId, answer: { kind: 'code', code }, address }, when);

test('an app counts only once a code of it was typed in', async () => {
  const person = await aPerson(at);
  const { id } = person.customer;
  const seed = await aSeed(person, at);
  expect([await hasFactor(id), await listFactors(id)]).toEqual([false, []]);
  expect(await tries(person, codeAt(seed, at), at)).toMatchObject({ ok: false });
  expect(await confirmAuthenticator({ ...person, code: '000 00', at })).toEqual({ ok: false, reason: 'wrong_code' });
  expect(await confirmAuthenticator({ ...person, code: codeAt(seed, at), at })).toMatchObject({ ok: true });
  expect(await listFactors(id)).toMatchObject([{ kind: 'totp', name: 'Phone' }]);
});

test('an app takes over store, person and seed, and the seed is not told again once it counts', async () => {
  const person = await aPerson(at);
  await startAuthenticator({ customerId: person.customer.id, name: '', at });
  const who = { customerId: person.customer.id, email: person.customer.email, issuer: 'Acme: Store' };
  const begun = await readEnrolment(who, at);
  expect(begun).toMatchObject({ name: 'Authenticator app', seed: expect.stringMatching(/^[A-Z2-7]{32}$/) });
  const address = new URL(begun?.address ?? '');
  expect(decodeURIComponent(address.pathname)).toBe(`/Acme  Store:${person.customer.email}`);
  expect(address.searchParams.get('secret')).toBe(begun?.seed);
  await confirmAuthenticator({ ...person, code: codeAt(begun?.seed ?? '', at), at });
  expect(await readEnrolment(who, at)).toBeUndefined();
});

test('a set-up that was begun again or half an hour ago is over', async () => {
  const person = await aPerson(at);
  const seed = await aSeed(person, at);
  const second = await aSeed(person, at);
  expect(await confirmAuthenticator({ ...person, code: codeAt(seed, at), at })).toMatchObject({ reason: 'wrong_code' });
  const late = steps(at, 61);
  expect(await confirmAuthenticator({ ...person, code: codeAt(second, late), at: late })).toMatchObject({
    reason: 'enrolment_over',
  });
});

test('codes of the step before and after are taken, others not', async () => {
  const person = await aPerson(at);
  const { seed } = await anApp(person, at);
  expect(await tries(person, codeAt(seed, steps(later, -2)), later)).toMatchObject({ ok: false });
  expect(await tries(person, codeAt(seed, steps(later, 2)), later)).toMatchObject({ ok: false });
  expect(await tries(person, codeAt(seed, steps(later, -1)), later)).toEqual({ ok: true, by: 'totp' });
  expect(await tries(person, codeAt(seed, steps(later, 1)), later)).toEqual({ ok: true, by: 'totp' });
});

test('a code is good once, and no older one after it; the code of the set-up is used as well', async () => {
  const person = await aPerson(at);
  const { seed } = await anApp(person, at);
  expect(await tries(person, codeAt(seed, at), at)).toEqual({ ok: false, reason: 'wrong_code' });
  const code = codeAt(seed, later);
  expect(await tries(person, `${code.slice(0, 3)} ${code.slice(3)}`, later)).toMatchObject({ ok: true });
  expect(await tries(person, code, later)).toMatchObject({ ok: false });
  expect(await tries(person, codeAt(seed, steps(later, -1)), later)).toMatchObject({ ok: false });
});

test('one code used 20 times at once works once', async () => {
  const person = await aPerson(at);
  const { seed } = await anApp(person, at);
  const code = codeAt(seed, later);
  // From 20 addresses, so that the limit on tries is not what refuses.
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, i) => tries(person, code, later, `198.51.100.${i}`)),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
});

test('after five wrong codes the account is closed to that address for 15 minutes', async () => {
  const person = await aPerson(at);
  const { seed } = await anApp(person, at);
  for (let i = 0; i < 5; i++) expect(await tries(person, '000000', later)).toMatchObject({ reason: 'wrong_code' });
  expect(await tries(person, codeAt(seed, later), later)).toMatchObject({ reason: 'too_many_attempts' });
  expect(await tries(person, codeAt(seed, later), later, '198.51.100.9')).toMatchObject({ ok: true });
});

test('guessing from many addresses at once ends after 50 tries an hour', async () => {
  const person = await aPerson(at);
  await anApp(person, at);
  const guesses = Array.from({ length: 60 }, (_, i) => tries(person, '000000', later, `203.0.113.${i}`));
  const refused = (await Promise.all(guesses)).filter((result) => !result.ok && result.reason === 'too_many_attempts');
  expect(refused).toHaveLength(10);
});

test('a demo store whose clock was moved still takes the codes of phones', async () => {
  const person = await aPerson(at);
  const { seed } = await anApp(person, at);
  const yearMs = 365 * 86_400_000;
  setClockOffsetMs(yearMs);
  const moved = new Date(later.getTime() + yearMs);
  expect(await tries(person, codeAt(seed, moved), moved)).toMatchObject({ ok: false });
  expect(await tries(person, codeAt(seed, later), moved)).toMatchObject({ ok: true });
});

test('the first factor signs other browsers out, and this one goes on under a new session id', async () => {
  const person = await aPerson(at);
  const other = await aSession({ customerId: person.customer.id, by: 'password', at });
  const { sessionId } = await anApp(person, at);
  expect(sessionId).not.toBe(person.sessionId);
  expect(await readSession(person.sessionId, at)).toBeUndefined();
  expect(await readSession(other.id, at)).toBeUndefined();
  expect(await readSession(sessionId, at)).toMatchObject({ hasFactor: true, proof: { by: 'totp', at } });
});

test('the seed lies sealed, its owner is told by mail, and the audit names the factor without its seed', async () => {
  const person = await aPerson(at);
  const { seed } = await anApp(person, at);
  const { id, email } = person.customer;
  const [row] = await db().secondFactor.findMany({ where: { customerId: id } });
  expect(Buffer.from(row?.sealedSeed ?? []).toString('latin1')).not.toContain(seed);
  const mails = await db().outboxEntry.findMany({ where: { payload: { path: ['to'], equals: email } } });
  expect(mails).toMatchObject([{ payload: { template: 'second_factor_changed', facts: { change: 'added' } } }]);
  const audit = await db().auditEntry.findMany({ where: { action: 'second_factor.add', objectId: id } });
  expect(audit).toMatchObject([{ actorId: id, after: { kind: 'totp', name: 'Phone' } }]);
  expect(JSON.stringify(audit, (_, value) => (typeof value === 'bigint' ? '' : value))).not.toContain(seed);
});
