import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { checkStatus } from '@/lib/licensing/check-status';
import { deactivate } from '@/lib/licensing/deactivate';
import { deleteActivation } from '@/lib/licensing/delete-activation';
import { listApiResources } from '@/lib/licensing/list-api-resources';
import { setActivationLimit } from '@/lib/licensing/set-activation-limit';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem, first } from '../support/factories';

useDatabase();

type Resource = Awaited<ReturnType<typeof aResource>>;

const setLimit = (apiResourceId: string, activationLimit: number | null) =>
  inTransaction((tx) => setActivationLimit(tx, { apiResourceId, activationLimit, actor: bySystem }));
const activateAt = async (key: string, product: number, instance: string, ms = 0) =>
  first(await activate([aCall(key, product, instance)], { at: new Date(AT.getTime() + ms), strict: false }));
const statusOf = async ({ key, planNumber }: Resource, instance: string) =>
  first(await checkStatus([aCall(key, planNumber, instance)], { at: AT }));

/** Instances a, b, c… one millisecond apart. */
async function inUse(places: number): Promise<Resource> {
  const resource = await aResource({ activationLimit: places });
  for (let i = 0; i < places; i++) await activateAt(resource.key, resource.planNumber, letter(i), i);
  return resource;
}

const letter = (i: number) => String.fromCharCode(97 + i);

/** As My Account lists them: a flagged one in brackets. */
async function listed({ customerId }: Resource): Promise<string> {
  const [resource] = await listApiResources({ customerId, groupByProduct: false, withActivations: true });
  return (resource?.activations ?? [])
    .map(({ instance, overLimit }) => (overLimit ? `(${instance})` : instance))
    .join(' ');
}

async function deleteOne({ customerId }: Resource, instance: string): Promise<void> {
  const found = await db().activation.findFirstOrThrow({ where: { customerId, instance } });
  await deleteActivation({ customerId, activationId: found.id, actor: bySystem });
}

// What the store's switch decides is in tests/settings/stop-over-limit.test.ts; here those beyond the limit stop.
beforeAll(async () => {
  await saveStoreSettings({ stopOverLimit: true }, bySystem);
});

test('after a limit fell, those beyond it are listed as such, inactive and not counted', async () => {
  const resource = await inUse(4);
  await setLimit(resource.resourceId, 2);
  expect(await listed(resource)).toBe('a b (c) (d)');
  expect(await statusOf(resource, 'b')).toMatchObject({ active: true, allowance: { limit: 2, used: 2, remaining: 0 } });
  expect(await statusOf(resource, 'c')).toMatchObject({ ok: true, active: false, activation: undefined });
});

test.each<[string, (resource: Resource) => Promise<unknown>]>([
  ['its owner deletes one', (resource) => deleteOne(resource, 'a')],
  ['a client deactivates one', ({ key, planNumber }) => deactivate([aCall(key, planNumber, 'a')], { at: AT })],
])('when %s, the first flagged comes back before anybody new', async (_name, makeRoom) => {
  const resource = await inUse(4);
  await setLimit(resource.resourceId, 2);
  await makeRoom(resource);
  expect(await listed(resource)).toBe('b c (d)');
  expect(await activateAt(resource.key, resource.planNumber, 'new')).toMatchObject({ reason: 'limit_reached' });
  expect(await statusOf(resource, 'c')).toMatchObject({ active: true });
});

test('a raised limit brings back as many as fit, in the order in which they came', async () => {
  const resource = await inUse(5);
  await setLimit(resource.resourceId, 1);
  expect(await listed(resource)).toBe('a (b) (c) (d) (e)');
  await setLimit(resource.resourceId, 3);
  expect(await listed(resource)).toBe('a b c (d) (e)');
  await setLimit(resource.resourceId, null);
  expect(await listed(resource)).toBe('a b c d e');
});

test('a flagged one that leaves gives no place back, because it held none', async () => {
  const resource = await inUse(3);
  await setLimit(resource.resourceId, 1);
  await deleteOne(resource, 'b');
  expect(first(await deactivate([aCall(resource.key, resource.planNumber, 'c')], { at: AT }))).toMatchObject({
    ok: true,
    allowance: { limit: 1, used: 1 },
  });
  expect(await listed(resource)).toBe('a');
});

test('a flagged one that activates again moves to a newer order with room, and its old place is settled', async () => {
  const product = await aProduct();
  const older = await aResource({ product, activationLimit: 2 });
  for (const instance of ['a', 'b']) await activateAt(older.masterKey, product.plan.number, instance);
  await setLimit(older.resourceId, 1);
  const newer = await aResource({ product, customerId: older.customerId, activationLimit: 1 });
  const flagged = (await db().activation.findFirstOrThrow({ where: { customerId: older.customerId, overLimit: true } }))
    .instance;
  expect(await activateAt(older.masterKey, product.plan.number, flagged)).toMatchObject({
    ok: true,
    apiResourceId: newer.resourceId,
    allowance: { limit: 2, used: 2 },
  });
  expect(await db().activation.count({ where: { customerId: older.customerId, overLimit: true } })).toBe(0);
});

type Step = { does: 'activate' | 'deactivate' | 'delete'; instance: string } | { does: 'limit'; to: number | null };

async function take(step: Step, resource: Resource): Promise<void> {
  const { key, planNumber, resourceId, customerId } = resource;
  if (step.does === 'limit') return setLimit(resourceId, step.to);
  const { does, instance } = step;
  if (does === 'activate') await activateAt(key, planNumber, instance);
  else if (does === 'deactivate') await deactivate([aCall(key, planNumber, instance)], { at: AT });
  else if (await db().activation.findFirst({ where: { customerId, instance } })) await deleteOne(resource, instance);
}

async function expectSettled({ resourceId }: Resource): Promise<void> {
  const { activations, activationCount, activationLimit } = await db().apiResource.findUniqueOrThrow({
    where: { id: resourceId },
    include: { activations: true },
  });
  const flagged = activations.filter((activation) => activation.overLimit).length;
  expect(activationCount).toBe(activations.length - flagged);
  expect(activationCount).toBeLessThanOrEqual(activationLimit ?? Number.POSITIVE_INFINITY);
  if (flagged > 0) expect(activationCount).toBe(activationLimit);
}

test('whatever comes in whatever order: the counter tells the rows, stays within the limit, and no place is idle while one is flagged', async () => {
  const instance = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const does = fc.constantFrom('activate' as const, 'activate' as const, 'deactivate' as const, 'delete' as const);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ does, instance }) },
    {
      weight: 1,
      arbitrary: fc.record({ does: fc.constant('limit' as const), to: fc.option(fc.integer({ min: 0, max: 5 })) }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const resource = await aResource({ activationLimit: 3 });
      for (const one of steps) {
        await take(one, resource);
        await expectSettled(resource);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
