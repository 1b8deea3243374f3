import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { type Door, openLane } from '../support/client-lane';
import { revokeResources, suspendResources } from '../support/close-rights';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem } from '../support/factories';
import { type Heard, type SpokenVerb, speakers } from '../support/protocol-speakers';

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

let lane: Awaited<ReturnType<typeof openLane>>;
const door: Door = (target, init) => lane.door(target, init);
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());

type Resource = Awaited<ReturnType<typeof aResource>>;
type Expected = Partial<Pick<Heard, 'ok' | 'reason' | 'active' | 'limit' | 'used' | 'version' | 'products'>>;

const refused = (reason: string): Expected => ({ ok: false, reason });

async function aSoldProduct(limit: number | null): Promise<Resource> {
  const product = await aProduct({ plans: [{ activationLimit: limit }] });
  const release = { version: '2.0.0', releasedAt: now(), publishedAt: now(), createdAt: now() };
  await db().release.create({ data: { productId: product.id, ...release } });
  return aResource({ product, activationLimit: limit });
}

/** What is in the database for the purchase: who holds a place, and the count. */
async function rowsOf({ resourceId }: Resource) {
  const resource = await db().apiResource.findUniqueOrThrow({
    where: { id: resourceId },
    include: { activations: { orderBy: { instance: 'asc' }, select: { instance: true, version: true, label: true } } },
  });
  return { count: resource.activationCount, activations: resource.activations };
}

const at = (instance: string, version = '1.0.0') => ({ instance, version, label: `${instance}.example` });

describe.each(speakers.map((speaker) => [speaker.protocol, speaker] as const))('in %s', (_protocol, speaker) => {
  const say = (
    verb: SpokenVerb,
    resource: Resource,
    instance: string,
    other: { key?: string; product?: number } = {},
  ) =>
    speaker.say(door, verb, {
      key: resource.key,
      product: resource.planNumber,
      ...at(instance),
      ...other,
    });

  test('a licence lives: places are taken, told, refused when gone, given back and taken again', async () => {
    const resource = await aSoldProduct(2);
    const hears = async (verb: SpokenVerb, instance: string, expected: Expected) =>
      expect(await say(verb, resource, instance), `${verb} of ${instance}`).toMatchObject(expected);

    await hears('status', 'laptop', { ok: true, active: false, limit: 2, used: 0 });
    await hears('update', 'laptop', { ok: true, active: false, version: '2.0.0' });
    await hears('activate', 'laptop', { ok: true, active: true, limit: 2, used: 1 });
    await hears('activate', 'laptop', { ok: true, active: true, limit: 2, used: 1 });
    await hears('status', 'laptop', { ok: true, active: true, limit: 2, used: 1 });
    await hears('update', 'laptop', { ok: true, active: true, version: '2.0.0' });
    await hears('activate', 'tower', { ok: true, active: true, limit: 2, used: 2 });
    await hears('activate', 'phone', refused('limit_reached'));
    await hears('status', 'phone', { ok: true, active: false, limit: 2, used: 2 });
    expect(await rowsOf(resource)).toEqual({ count: 2, activations: [at('laptop'), at('tower')] });
    await hears('deactivate', 'laptop', { ok: true, active: false, limit: 2, used: 1 });
    await hears('deactivate', 'laptop', refused('activation_not_found'));
    await hears('activate', 'phone', { ok: true, active: true, limit: 2, used: 2 });
    expect(await rowsOf(resource)).toEqual({ count: 2, activations: [at('phone'), at('tower')] });
  });

  test('unlimited is told as unlimited', async () => {
    const resource = await aSoldProduct(null);
    expect(await say('activate', resource, 'laptop')).toMatchObject({ ok: true, limit: null, used: 1 });
  });

  test('the master key opens what the product order key opens, and another key may not take its places away', async () => {
    const resource = await aSoldProduct(2);
    const key = resource.masterKey;
    expect(await say('activate', resource, 'laptop', { key })).toMatchObject({ ok: true, used: 1 });
    const stranger = await aResource({ product: resource.product });
    expect(await say('deactivate', resource, 'laptop', { key: stranger.key })).toMatchObject(
      refused('activation_not_found'),
    );
    expect(await rowsOf(resource)).toEqual({ count: 1, activations: [at('laptop')] });
  });

  const closed: [string, string, (resource: Resource) => Promise<unknown>][] = [
    [
      'expired',
      'expired',
      ({ resourceId }) =>
        db().apiResource.update({
          where: { id: resourceId },
          data: { expiresAt: new Date(now().getTime() - 1000) },
        }),
    ],
    [
      'suspended',
      'suspended',
      ({ orderItemId }) =>
        inTransaction((tx) => suspendResources(tx, { orderItemIds: [orderItemId], at: now(), actor: bySystem })),
    ],
    [
      'revoked',
      'revoked',
      ({ orderItemId }) =>
        inTransaction((tx) => revokeResources(tx, { orderItemIds: [orderItemId], at: now(), actor: bySystem })),
    ],
    [
      'disabled',
      'access_disabled',
      ({ customerId }) => db().customer.update({ where: { id: customerId }, data: { disabledAt: now() } }),
    ],
  ];

  test.each(closed)(
    'a licence that is %s refuses every verb as "%s", and loses no row',
    async (_state, reason, close) => {
      const resource = await aSoldProduct(2);
      await say('activate', resource, 'laptop');
      await close(resource);
      const before = await rowsOf(resource);
      for (const verb of ['activate', 'status', 'deactivate'] as const) {
        expect(await say(verb, resource, verb === 'activate' ? 'tower' : 'laptop'), verb).toMatchObject(
          refused(reason),
        );
      }
      expect(await say('products', resource, 'laptop')).toMatchObject({ ok: false });
      expect(await rowsOf(resource)).toEqual(before);
    },
  );

  test.each(closed.filter(([state]) => state !== 'disabled'))(
    'a licence that is %s is told the newest version without the package',
    async (_state, _reason, close) => {
      const resource = await aSoldProduct(2);
      await say('activate', resource, 'laptop');
      await close(resource);
      expect(await say('update', resource, 'laptop')).toMatchObject({ ok: true, active: false, version: '2.0.0' });
    },
  );

  test('a key names what it opens now, and nothing once it is closed', async () => {
    for (const [, , close] of closed) {
      const resource = await aSoldProduct(2);
      for (const key of [resource.key, resource.masterKey]) {
        expect(await say('products', resource, 'laptop', { key })).toMatchObject({ products: [resource.planNumber] });
      }
      await close(resource);
      for (const key of [resource.key, resource.masterKey]) {
        expect(await say('products', resource, 'laptop', { key })).toMatchObject({ ok: false });
      }
    }
  });

  test('a disabled customer gets no update either', async () => {
    const resource = await aSoldProduct(2);
    await say('activate', resource, 'laptop');
    await db().customer.update({ where: { id: resource.customerId }, data: { disabledAt: now() } });
    expect(await say('update', resource, 'laptop')).toMatchObject(refused('access_disabled'));
  });

  test.each(closed.filter(([state]) => state !== 'disabled'))(
    'that the customer is disabled is told before that the licence is %s',
    async (_state, _reason, close) => {
      const resource = await aSoldProduct(2);
      await say('activate', resource, 'laptop');
      await close(resource);
      await db().customer.update({ where: { id: resource.customerId }, data: { disabledAt: now() } });
      for (const verb of ['activate', 'status', 'deactivate', 'products'] as const) {
        for (const key of [resource.key, resource.masterKey]) {
          expect(await say(verb, resource, 'laptop', { key }), verb).toMatchObject(refused('access_disabled'));
        }
      }
    },
  );

  test('a master key over a closed and an open purchase lives on what is open', async () => {
    for (const [state, , close] of closed.filter(([name]) => name !== 'disabled')) {
      const old = await aSoldProduct(2);
      const key = old.masterKey;
      await say('activate', old, 'laptop', { key });
      await close(old);
      const bought = await aResource({ product: old.product, customerId: old.customerId, activationLimit: 5 });
      expect(await say('status', bought, 'laptop', { key }), state).toMatchObject({
        ok: true,
        active: false,
        limit: 5,
      });
      expect(await say('update', bought, 'laptop', { key }), state).toMatchObject({ ok: true, active: false });
      expect(await say('activate', bought, 'laptop', { key }), state).toMatchObject({
        ok: true,
        active: true,
        used: 1,
      });
      expect(await say('update', bought, 'laptop', { key }), state).toMatchObject({ ok: true, active: true });
    }
  });

  test('an unknown key and a wrong product refuse by name, and touch nobody', async () => {
    const resource = await aSoldProduct(2);
    await say('activate', resource, 'laptop');
    const before = await rowsOf(resource);
    const other = (await aSoldProduct(1)).planNumber;
    for (const verb of ['activate', 'status', 'deactivate'] as const) {
      expect(await say(verb, resource, 'laptop', { key: 'nobody-holds-this' })).toMatchObject(refused('key_not_found'));
      expect(await say(verb, resource, 'laptop', { product: other })).toMatchObject(refused('wrong_product'));
    }
    expect(await say('update', resource, 'laptop', { product: 2_000_000_000 })).toMatchObject(
      refused('product_not_found'),
    );
    expect(await rowsOf(resource)).toEqual(before);
  });
});
