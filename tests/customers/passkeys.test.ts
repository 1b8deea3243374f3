import { expect, test } from 'vitest';
import { addPasskey } from '@/lib/customers/add-passkey';
import { passkeyToMake, passkeyToUse } from '@/lib/customers/passkey';
import { proveFactor } from '@/lib/customers/prove-factor';
import { readSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aPasskeyDevice } from '../support/passkey-device';
import { aPasskey, aPerson } from '../support/second-factors';

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

const at = new Date('2026-11-21T10:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const ORIGIN = 'http://localhost:8080';
const refused = { ok: false, reason: 'passkey_refused' };

type Person = Awaited<ReturnType<typeof aPerson>>;
type Answer = (options: string) => string;

async function uses({ customer, sessionId }: Person, answer: Answer, when = at) {
  const options = (await passkeyToUse({ customerId: customer.id, holderId: sessionId }, at)) ?? '';
  return proves({ customer, sessionId }, answer(options), when);
}

const proves = ({ customer, sessionId }: Pick<Person, 'customer' | 'sessionId'>, response: string, when = at) =>
  proveFactor({ customer, holderId: sessionId, answer: { kind: 'passkey', response }, address: '192.0.2.1' }, when);

async function makes(person: Person, answer: Answer) {
  const { customer, sessionId } = person;
  const options = await passkeyToMake({ customer, sessionId, storeName: 'Acme' }, at);
  return addPasskey({ ...person, name: 'Key', response: answer(options), at });
}

test('a passkey is added and proves its owner; its count and its copies are kept', async () => {
  const person = await aPerson(at);
  const { device, sessionId } = await aPasskey(person, at);
  expect(await readSession(sessionId, at)).toMatchObject({ hasFactor: true, proof: { by: 'passkey' } });
  expect(await uses(person, (asked) => device.use(asked, { count: 7 }))).toEqual({ ok: true, by: 'passkey' });
  const row = await db().secondFactor.findUniqueOrThrow({ where: { credentialId: device.id } });
  expect(row).toMatchObject({ signCount: 7n, isSyncable: true, isBackedUp: true, transports: ['internal'] });
});

test('a passkey made or used without unlocking it is refused', async () => {
  const person = await aPerson(at);
  const locked = aPasskeyDevice(ORIGIN);
  expect(await makes(person, (asked) => locked.make(asked, { isVerified: false }))).toEqual(refused);
  const { device } = await aPasskey(person, at);
  expect(await uses(person, (asked) => device.use(asked, { isVerified: false }))).toEqual(refused);
});

test('what another site asked for is refused', async () => {
  const person = await aPerson(at);
  const { device } = await aPasskey(person, at);
  expect(await uses(person, (asked) => device.use(asked, { origin: 'https://localhost.example' }))).toEqual(refused);
  const elsewhere = (asked: string) => asked.replace('localhost', 'example.com');
  expect(await uses(person, (asked) => device.use(elsewhere(asked)))).toEqual(refused);
});

test('an answer is good once, also for many at the same time, and only for five minutes', async () => {
  const person = await aPerson(at);
  const { device } = await aPasskey(person, at);
  const ask = { customerId: person.customer.id, holderId: person.sessionId };
  const response = device.use((await passkeyToUse(ask, at)) ?? '');
  const results = await Promise.all(Array.from({ length: 5 }, () => proves(person, response)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await uses(person, device.use, later(6))).toEqual(refused);
});

test('a count that goes back, as a copied key would send, is refused', async () => {
  const person = await aPerson(at);
  const { device } = await aPasskey(person, at);
  expect(await uses(person, (asked) => device.use(asked, { count: 9 }))).toMatchObject({ ok: true });
  expect(await uses(person, (asked) => device.use(asked, { count: 9 }))).toEqual(refused);
  expect(await uses(person, (asked) => device.use(asked, { count: 10 }))).toMatchObject({ ok: true });
});

test('another person’s passkey proves nobody, and cannot be added a second time', async () => {
  const [owner, thief] = [await aPerson(at), await aPerson(at)];
  const { device } = await aPasskey(owner, at);
  await aPasskey(thief, at);
  expect(await uses(thief, (asked) => device.use(asked))).toEqual(refused);
  expect(await makes(thief, (asked) => device.make(asked))).toEqual({ ok: false, reason: 'passkey_known' });
});

test.each(['', 'null', '[]', '{}', '{"id":7}', '{"id":"x","response":{}}', `"${'x'.repeat(30_000)}"`])(
  'what no browser sends is refused: %.30s',
  async (response) => {
    const person = await aPerson(at);
    await aPasskey(person, at);
    expect(await uses(person, () => response)).toEqual(refused);
    expect(await makes(person, () => response)).toEqual(refused);
  },
);

test('whoever has no passkey is offered none', async () => {
  const { customer, sessionId } = await aPerson(at);
  expect(await passkeyToUse({ customerId: customer.id, holderId: sessionId }, at)).toBeUndefined();
});
