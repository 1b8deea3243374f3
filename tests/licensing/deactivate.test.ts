import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { deactivate } from '@/lib/licensing/deactivate';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, first } from '../support/factories';

useDatabase();

type Resource = Awaited<ReturnType<typeof aResource>>;

async function inUse(resource: Resource, instance: string): Promise<Resource> {
  const [result] = await activate([aCall(resource.key, resource.planNumber, instance)], { at: AT, strict: false });
  expect(result).toMatchObject({ ok: true });
  return resource;
}

const deactivateBy = async (key: string, product: number, instance: string) =>
  first(await deactivate([aCall(key, product, instance)], { at: AT }));

const instancesOf = async ({ resourceId: apiResourceId }: Resource) =>
  (await db().activation.findMany({ where: { apiResourceId } })).map(({ instance }) => instance);

const NOT_THERE = { ok: false, reason: 'activation_not_found' };

test('5.8 a product order key does not deactivate an instance of another order of its customer and product', async () => {
  const product = await aProduct();
  const one = await inUse(await aResource({ product }), 'laptop');
  const two = await inUse(await aResource({ product, customerId: one.customerId }), 'server');
  expect(await deactivateBy(one.key, one.planNumber, 'server')).toMatchObject(NOT_THERE);
  expect(await instancesOf(two)).toEqual(['server']);
  expect(await db().apiResource.findUnique({ where: { id: two.resourceId } })).toMatchObject({ activationCount: 1 });
  expect(await deactivateBy(two.key, two.planNumber, 'server')).toMatchObject({ ok: true, allowance: { used: 0 } });
});

test('5.8 no key deactivates an instance of another product than the one it names', async () => {
  const one = await inUse(await aResource(), 'laptop');
  const two = await inUse(await aResource({ customerId: one.customerId }), 'server');
  expect(await deactivateBy(one.key, one.planNumber, 'server')).toMatchObject(NOT_THERE);
  expect(await deactivateBy(one.masterKey, one.planNumber, 'server')).toMatchObject(NOT_THERE);
  expect(await deactivateBy(one.key, two.planNumber, 'server')).toMatchObject({ ok: false, reason: 'wrong_product' });
  expect(await instancesOf(two)).toEqual(['server']);
  expect(await deactivateBy(one.masterKey, two.planNumber, 'server')).toMatchObject({ ok: true });
  expect(await instancesOf(one)).toEqual(['laptop']);
});

test('5.8 nobody’s key deactivates an instance of another customer', async () => {
  const product = await aProduct();
  const mine = await aResource({ product });
  const theirs = await inUse(await aResource({ product }), 'laptop');
  for (const key of [mine.key, mine.masterKey]) {
    expect(await deactivateBy(key, mine.planNumber, 'laptop')).toMatchObject(NOT_THERE);
  }
  expect(await instancesOf(theirs)).toEqual(['laptop']);
});
