import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { listRefusedCalls } from '@/lib/licensing/list-refused-calls';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { LOOKED_THROUGH } from '@/lib/request-log/list-calls-of-keys';
import { type NotedCall, noteCall } from '@/lib/request-log/note-call';
import { keyHint } from '@/lib/secrets/key-format';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { openLane } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem } from '../support/factories';
import { post } from '../support/v1-calls';

useDatabase();

type Resource = Awaited<ReturnType<typeof aResource>>;
let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
beforeEach(async () => {
  forgetCallLimits();
  await db().requestLogEntry.deleteMany();
});

/** A call of installed software, answered and logged by the store itself. */
async function calls(verb: string, { key, product, instance }: { key: string; product: number; instance: string }) {
  await post(lane.door, verb, { product, instance, label: `${instance}.example.test` }, { key });
  await flushCalls();
}

const refusedOf = ({ customerId, resourceNumber: licenceNumber }: Resource) =>
  listRefusedCalls({ customerId, licenceNumber, at: now() });
const toldOf = async (resource: Resource) =>
  (await refusedOf(resource))?.calls.map(({ reason, instance, count }) => [reason, instance, count]);

/** A line of the log as a call with some key left it. */
const aLine = (facts: Partial<NotedCall>): NotedCall => ({
  at: now(),
  protocol: 'v1',
  action: 'activate',
  outcome: 'expired',
  keyHint: '',
  customerId: undefined,
  apiResourceId: undefined,
  product: '1',
  instance: 'elsewhere',
  version: '',
  address: '192.0.2.7',
  userAgent: '',
  durationUs: 1,
  ...facts,
});

test('an owner reads what the keys of a licence were refused, the newest first, the same again as one line', async () => {
  const one = await aResource({ activationLimit: 1 });
  const { key, masterKey, planNumber: product } = one;
  await calls('activations', { key, product, instance: 'laptop' });
  await calls('activations', { key, product, instance: 'tablet' });
  await calls('activations', { key: masterKey, product, instance: 'phone' });
  await calls('activations', { key, product: product + 1_000_000, instance: 'laptop' });
  await calls('activations', { key, product, instance: 'tablet' });
  expect(await refusedOf(one)).toMatchObject({
    isKeyAmbiguous: false,
    planNumber: product,
    calls: [
      { reason: 'limit_reached', instance: 'tablet', count: 2, keyKind: 'product_order', isOver: false },
      { reason: 'wrong_product', instance: 'laptop', count: 1, product: String(product + 1_000_000) },
      { reason: 'limit_reached', instance: 'phone', count: 1, keyKind: 'master' },
    ],
  });
});

test('it tells the place by its name, and neither a key nor the network that a call came from', async () => {
  const one = await aResource();
  const { key, planNumber: product } = one;
  await calls('activations', { key, product, instance: 'laptop' });
  await db().activation.updateMany({ where: { customerId: one.customerId }, data: { label: 'Ada’s laptop' } });
  const facts = { keyHint: keyHint(key), outcome: 'inactive', address: '203.0.113.9' };
  noteCall(aLine({ ...facts, instance: 'laptop' }));
  noteCall(aLine({ ...facts, instance: 'x', userAgent: 'WordPress/6.4; https://www.shop.example.test' }));
  await flushCalls();
  const told = await refusedOf(one);
  expect(told?.calls.map(({ place }) => place).sort()).toEqual(['Ada’s laptop', 'shop.example.test']);
  expect(JSON.stringify(told)).not.toContain('203.0.113.9');
  expect(JSON.stringify(told)).not.toContain(key.slice(-4));
});

test('the kind of a key that the store hides is not told', async () => {
  const one = await aResource();
  noteCall(aLine({ keyHint: keyHint(one.key) }));
  await flushCalls();
  await saveStoreSettings({ showProductOrderApiKeys: false }, bySystem);
  expect((await refusedOf(one))?.calls[0]).not.toHaveProperty('keyKind');
  await saveStoreSettings({ showProductOrderApiKeys: true }, bySystem);
});

test('a stranger is told nothing, not even that the licence is there', async () => {
  const one = await aResource();
  noteCall(aLine({ keyHint: keyHint(one.key) }));
  await flushCalls();
  const { id: customerId } = await aCustomer();
  expect(await listRefusedCalls({ customerId, licenceNumber: one.resourceNumber, at: now() })).toBeUndefined();
  const other = await aResource({ product: one.product });
  expect(await toldOf(other)).toEqual([]);
});

test('calls are shown to nobody where two keys of the store look the same in the log', async () => {
  const ending = crypto.randomUUID();
  const [one, other] = [
    await aResource({ productOrderApiKey: `first-${ending}` }),
    await aResource({ productOrderApiKey: `other-${ending}` }),
  ];
  await calls('activations', { key: one.key, product: one.planNumber + 1_000_000, instance: 'mine' });
  await calls('activations', { key: other.key, product: other.planNumber + 1_000_000, instance: 'theirs' });
  for (const resource of [one, other]) {
    expect(await refusedOf(resource)).toMatchObject({ isKeyAmbiguous: true, calls: [] });
  }
});

test('a call with a text that only ends like a key is shown to nobody', async () => {
  const one = await aResource();
  const forged = `lko_forged-by-somebody-else-${one.key.slice(-4)}`;
  await calls('activations', { key: forged, product: one.planNumber, instance: 'read this' });
  await calls('status', { key: forged, product: one.planNumber, instance: 'read this' });
  expect(await db().requestLogEntry.count({ where: { keyHint: keyHint(one.key) } })).toBe(2);
  expect(await toldOf(one)).toEqual([]);
});

test('what another key with the same ending was refused before this one was made is not shown', async () => {
  const one = await aResource();
  noteCall(aLine({ at: new Date(now().getTime() - 3_600_000), keyHint: keyHint(one.key) }));
  await flushCalls();
  expect(await toldOf(one)).toEqual([]);
});

test('of the master key each licence shows what was asked for its own product, and what was no product of theirs', async () => {
  const one = await aResource({ activationLimit: 1 });
  const two = await aResource({ activationLimit: 1, customerId: one.customerId });
  const key = one.masterKey;
  for (const { planNumber } of [one, two])
    await calls('activations', { key, product: planNumber, instance: `i${planNumber}` });
  await calls('activations', { key, product: one.planNumber, instance: 'for-one' });
  await calls('activations', { key, product: two.planNumber, instance: 'for-two' });
  await calls('activations', { key, product: two.planNumber + 1_000_000, instance: 'for-none' });
  const none = ['wrong_product', 'for-none', 1];
  expect(await toldOf(one)).toEqual([none, ['limit_reached', 'for-one', 1]]);
  expect(await toldOf(two)).toEqual([none, ['limit_reached', 'for-two', 1]]);
});

test('what no longer stands in the way is told as settled', async () => {
  const one = await aResource({ activationLimit: 1 });
  const { key, planNumber: product, customerId } = one;
  await calls('activations', { key, product, instance: 'laptop' });
  await calls('activations', { key, product, instance: 'tablet' });
  const settled = async () => (await refusedOf(one))?.calls.map(({ reason, isOver }) => [reason, isOver]);
  expect(await settled()).toEqual([['limit_reached', false]]);
  await db().apiResource.update({ where: { id: one.resourceId }, data: { activationLimit: 2 } });
  expect(await settled()).toEqual([['limit_reached', true]]);
  await db().apiResource.updateMany({ where: { customerId }, data: { expiresAt: new Date(now().getTime() - 1_000) } });
  await calls('activations', { key, product, instance: 'tablet' });
  expect(await settled()).toEqual([
    ['expired', false],
    ['limit_reached', true],
  ]);
  await db().apiResource.updateMany({ where: { customerId }, data: { expiresAt: null } });
  expect((await settled())?.[0]).toEqual(['expired', true]);
});

test('of a key that calls very often only its newest calls are looked through', async () => {
  const one = await aResource();
  const hint = keyHint(one.key);
  const at = new Date(now().getTime() + 60_000);
  await db().requestLogEntry.createMany({
    data: Array.from({ length: LOOKED_THROUGH + 1 }, (_, i) => ({
      at: new Date(at.getTime() + i),
      protocol: 'v1',
      action: 'status',
      outcome: i === 0 || i === 1 ? 'expired' : 'ok',
      keyHint: hint,
      instance: `n${i}`,
      durationUs: 1,
    })),
  });
  expect(await toldOf(one)).toEqual([['expired', 'n1', 1]]);
});
