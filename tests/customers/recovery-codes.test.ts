import { expect, test } from 'vitest';
import { proveFactor } from '@/lib/customers/prove-factor';
import { countRecoveryCodes, makeRecoveryCodes } from '@/lib/customers/recovery-codes';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { first } from '../support/factories';
import { anApp, aPerson } from '../support/second-factors';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');

async function withCodes() {
  const person = await aPerson(at);
  await anApp(person, at);
  const made = await makeRecoveryCodes({ ...person, at });
  if (!made.ok) throw new Error(made.reason);
  return { person, codes: made.codes };
}

type Person = Awaited<ReturnType<typeof aPerson>>;
const tries = ({ customer, sessionId }: Person, code: string, address = '192.0.2.1') =>
  proveFactor({ customer, holderId: sessionId, answer: { kind: 'recovery_code', code }, address }, at);

test('ten codes are told once, and only their digests are kept', async () => {
  const { person, codes } = await withCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
  const stored = await db().recoveryCode.findMany({ where: { customerId: person.customer.id } });
  const readable = JSON.stringify(stored) + stored.map(({ digest }) => Buffer.from(digest).toString('latin1')).join();
  for (const code of codes) expect(readable).not.toContain(code);
});

test('a code stands in for a factor once, however it is typed; the owner is told how many are left', async () => {
  const { person, codes } = await withCodes();
  const code = first(codes);
  expect(await tries(person, ` ${code.toUpperCase().replaceAll('-', ' ')} `)).toEqual({
    ok: true,
    by: 'recovery_code',
  });
  expect(await tries(person, code)).toEqual({ ok: false, reason: 'wrong_code' });
  expect(await countRecoveryCodes(person.customer.id)).toBe(9);
  const mails = await db().outboxEntry.findMany({
    where: { payload: { path: ['to'], equals: person.customer.email } },
  });
  expect(mails.map(({ payload }) => payload)).toContainEqual(
    expect.objectContaining({ facts: expect.objectContaining({ change: 'code_used', left: 9 }) }),
  );
});

test('one code used 20 times at once works once', async () => {
  const { person, codes } = await withCodes();
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, i) => tries(person, first(codes), `198.51.100.${i}`)),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
});

test('new codes end the earlier ones, and a code of somebody else opens nothing', async () => {
  const { person, codes } = await withCodes();
  const stranger = await withCodes();
  expect(await tries(person, first(stranger.codes))).toMatchObject({ ok: false });
  await makeRecoveryCodes({ ...person, at });
  expect(await tries(person, first(codes))).toMatchObject({ ok: false });
  expect(await countRecoveryCodes(person.customer.id)).toBe(10);
});

test('codes that stand in for nothing are not made', async () => {
  const person = await aPerson(at);
  expect(await makeRecoveryCodes({ ...person, at })).toEqual({ ok: false, reason: 'no_factor' });
});
