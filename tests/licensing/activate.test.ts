import { describe, expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { checkStatus } from '@/lib/licensing/check-status';
import { deactivate } from '@/lib/licensing/deactivate';
import { setActivationLimit } from '@/lib/licensing/set-activation-limit';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct, aResource, bySystem, first } from '../support/factories';

useDatabase();

const one = async (call: ReturnType<typeof aCall>, strict = false) => first(await activate([call], { at: AT, strict }));

describe('activate', () => {
  test('takes a place and says what is left', async () => {
    const { key, planNumber } = await aResource({ activationLimit: 3 });
    expect(await one(aCall(key, planNumber, 'laptop'))).toMatchObject({
      ok: true,
      again: false,
      allowance: { limit: 3, used: 1, remaining: 2 },
    });
  });

  test('the same instance activating twice uses one place', async () => {
    const { key, planNumber } = await aResource({ activationLimit: 1 });
    await one(aCall(key, planNumber, 'laptop'));
    expect(await one(aCall(key, planNumber, 'laptop'))).toMatchObject({
      ok: true,
      again: true,
      allowance: { used: 1, remaining: 0 },
    });
  });

  test('the same instance again without a label keeps the one it has', async () => {
    const { key, planNumber } = await aResource();
    await one({ ...aCall(key, planNumber, 'labelled'), label: 'site.example.test' });
    for (const [label, kept] of [
      ['', 'site.example.test'],
      ['moved.example.test', 'moved.example.test'],
    ] as const) {
      await one({ ...aCall(key, planNumber, 'labelled'), label });
      const [row] = await db().activation.findMany({ where: { instance: 'labelled' } });
      expect(row?.label).toBe(kept);
    }
  });

  test('the same instance twice in one batch uses one place', async () => {
    const { key, planNumber } = await aResource({ activationLimit: 2 });
    const calls = [aCall(key, planNumber, 'laptop'), aCall(key, planNumber, 'laptop'), aCall(key, planNumber, 'tower')];
    expect(await activate(calls, { at: AT, strict: false })).toMatchObject([
      { ok: true, again: false, allowance: { used: 1 } },
      { ok: true, again: true, allowance: { used: 2 } },
      { ok: true, again: false, allowance: { used: 2 } },
    ]);
  });

  test('in strict mode the same instance again is refused', async () => {
    const { key, planNumber } = await aResource();
    await one(aCall(key, planNumber, 'laptop'), true);
    expect(await one(aCall(key, planNumber, 'laptop'), true)).toMatchObject({ ok: false, reason: 'already_active' });
  });

  test('an active instance is refused to another key, and to another product of the same customer', async () => {
    const mine = await aResource();
    const otherProduct = await aResource({ customerId: mine.customerId });
    await one(aCall(mine.key, mine.planNumber, 'laptop'));
    expect(await one(aCall(mine.masterKey, mine.planNumber, 'laptop'))).toMatchObject({
      ok: false,
      reason: 'already_active',
    });
    expect(await one(aCall(otherProduct.key, otherProduct.planNumber, 'laptop'))).toMatchObject({
      ok: false,
      reason: 'already_active',
    });
  });

  test('two customers may use the same instance text', async () => {
    const [a, b] = [await aResource(), await aResource()];
    await one(aCall(a.key, a.planNumber, 'laptop'));
    expect(await one(aCall(b.key, b.planNumber, 'laptop'))).toMatchObject({ ok: true, again: false });
  });

  test('beyond the limit the call is refused and nothing is written', async () => {
    const { key, planNumber, resourceId } = await aResource({ activationLimit: 1 });
    await one(aCall(key, planNumber, 'laptop'));
    expect(await one(aCall(key, planNumber, 'tower'))).toMatchObject({ ok: false, reason: 'limit_reached' });
    expect(await db().activation.count({ where: { apiResourceId: resourceId } })).toBe(1);
  });

  test('an unlimited resource never runs out', async () => {
    const { key, planNumber } = await aResource({ activationLimit: null });
    const calls = Array.from({ length: 50 }, (_, i) => aCall(key, planNumber, `site-${i}`));
    const results = await activate(calls, { at: AT, strict: false });
    expect(results.every((result) => result.ok)).toBe(true);
    expect(results.at(-1)).toMatchObject({ allowance: { limit: null, used: 50 } });
  });

  test('a quantity of two doubles the places', async () => {
    const { key, planNumber } = await aResource({ activationLimit: 3, quantity: 2 });
    expect(await one(aCall(key, planNumber, 'a'))).toMatchObject({ allowance: { limit: 6, used: 1 } });
  });

  test('the number of the parent product opens the resource of its plan', async () => {
    const product = await aProduct({ plans: [{ activationLimit: 2 }, { activationLimit: 9 }] });
    const { key } = await aResource({ product, activationLimit: 2 });
    expect(await one(aCall(key, product.number, 'laptop'))).toMatchObject({ ok: true, allowance: { limit: 2 } });
  });

  test('an activation left on a revoked right moves to the new one', async () => {
    const product = await aProduct();
    const old = await aResource({ product, activationLimit: 1 });
    await one(aCall(old.key, old.planNumber, 'laptop'));
    await db().apiResource.update({ where: { id: old.resourceId }, data: { revokedAt: AT } });
    const bought = await aResource({ product, customerId: old.customerId, activationLimit: 1 });
    expect(await one(aCall(bought.key, bought.planNumber, 'laptop'))).toMatchObject({
      ok: true,
      apiResourceId: bought.resourceId,
    });
    expect(await db().apiResource.findUniqueOrThrow({ where: { id: old.resourceId } })).toMatchObject({
      activationCount: 0,
    });
  });

  test('each activation leaves an audit row without the key', async () => {
    const { key, planNumber, customerId } = await aResource();
    const result = await one(aCall(key, planNumber, 'laptop'));
    const rows = await db().auditEntry.findMany({ where: { action: 'activation.create', actorId: customerId } });
    expect(rows).toMatchObject([{ objectId: result.ok && result.activationId, actorKind: 'client' }]);
    expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(key);
  });
});

describe('a master key', () => {
  test('fills the oldest order first and overflows to the next', async () => {
    const product = await aProduct();
    const older = await aResource({ product, activationLimit: 1 });
    const newer = await aResource({ product, customerId: older.customerId, activationLimit: 2 });
    const calls = ['a', 'b', 'c', 'd'].map((instance) => aCall(older.masterKey, product.plan.number, instance));
    expect(await activate(calls, { at: AT, strict: false })).toMatchObject([
      { ok: true, apiResourceId: older.resourceId, allowance: { limit: 3, used: 1 } },
      { ok: true, apiResourceId: newer.resourceId, allowance: { used: 2 } },
      { ok: true, apiResourceId: newer.resourceId, allowance: { used: 3 } },
      { ok: false, reason: 'limit_reached' },
    ]);
  });

  test('twice the same call over two orders takes one place', async () => {
    const product = await aProduct();
    const older = await aResource({ product, activationLimit: 3 });
    await aResource({ product, customerId: older.customerId, activationLimit: 3 });
    const call = aCall(older.masterKey, product.plan.number, 'laptop');
    await Promise.all([activate([call], { at: AT, strict: false }), activate([call], { at: AT, strict: false })]);
    expect(await db().activation.count({ where: { customerId: older.customerId } })).toBe(1);
  });
});

describe('refusals', () => {
  const refusals: [string, (r: Awaited<ReturnType<typeof aResource>>) => Promise<unknown>][] = [
    ['revoked', (r) => db().apiResource.update({ where: { id: r.resourceId }, data: { revokedAt: AT } })],
    ['suspended', (r) => db().apiResource.update({ where: { id: r.resourceId }, data: { suspendedAt: AT } })],
    ['expired', (r) => db().apiResource.update({ where: { id: r.resourceId }, data: { expiresAt: AT } })],
    ['access_disabled', (r) => db().customer.update({ where: { id: r.customerId }, data: { disabledAt: AT } })],
  ];

  test.each(refusals)('a key is refused as %s, by every verb alike', async (reason, arrange) => {
    const resource = await aResource();
    await one(aCall(resource.key, resource.planNumber, 'laptop'));
    await arrange(resource);
    const call = aCall(resource.key, resource.planNumber, 'tower');
    expect(await one(call)).toMatchObject({ ok: false, reason });
    expect(first(await checkStatus([call], { at: AT }))).toMatchObject({ ok: false, reason });
    expect(first(await deactivate([call], { at: AT }))).toMatchObject({ ok: false, reason });
    expect(await db().activation.count({ where: { apiResourceId: resource.resourceId } })).toBe(1);
  });

  test('an unknown key, and a right key with a wrong product', async () => {
    const { key, planNumber } = await aResource();
    expect(await one(aCall('nobody', planNumber, 'laptop'))).toMatchObject({
      ok: false,
      reason: 'key_not_found',
      keyKind: undefined,
    });
    expect(await one(aCall(key, 99_999, 'laptop'))).toMatchObject({
      ok: false,
      reason: 'wrong_product',
      keyKind: 'product_order',
    });
  });

  test('a product order key opens only its own order', async () => {
    const product = await aProduct();
    const mine = await aResource({ product, activationLimit: 1 });
    await aResource({ product, customerId: mine.customerId, activationLimit: 5 });
    await one(aCall(mine.key, mine.planNumber, 'a'));
    expect(await one(aCall(mine.key, mine.planNumber, 'b'))).toMatchObject({ ok: false, reason: 'limit_reached' });
  });

  test('during payment grace everything works, after it the right is expired', async () => {
    const { key, planNumber, resourceId } = await aResource();
    await db().apiResource.update({
      where: { id: resourceId },
      data: { expiresAt: AT, graceUntil: new Date(AT.getTime() + 1000) },
    });
    expect(await one(aCall(key, planNumber, 'a'))).toMatchObject({ ok: true });
    const [later] = await activate([aCall(key, planNumber, 'b')], { at: new Date(AT.getTime() + 1000), strict: false });
    expect(later).toMatchObject({ ok: false, reason: 'expired' });
  });
});

describe('a lowered limit', () => {
  const activations = (resourceId: string) =>
    db().activation.findMany({
      where: { apiResourceId: resourceId },
      orderBy: { activatedAt: 'asc' },
      select: { instance: true, overLimit: true },
    });

  test('flags the newest, stops them where the store says so, and lets them back oldest first', async () => {
    await saveStoreSettings({ stopOverLimit: true }, bySystem);
    const { key, planNumber, resourceId } = await aResource({ activationLimit: 3 });
    for (const [i, instance] of ['a', 'b', 'c'].entries()) {
      await activate([aCall(key, planNumber, instance)], { at: new Date(AT.getTime() + i), strict: false });
    }
    await inTransaction((tx) =>
      setActivationLimit(tx, { apiResourceId: resourceId, activationLimit: 1, actor: bySystem }),
    );
    expect(await activations(resourceId)).toMatchObject([
      { overLimit: false },
      { overLimit: true },
      { overLimit: true },
    ]);
    expect(await one(aCall(key, planNumber, 'b'))).toMatchObject({ ok: false, reason: 'limit_reached' });
    expect(first(await checkStatus([aCall(key, planNumber, 'b')], { at: AT }))).toMatchObject({
      ok: true,
      active: false,
      allowance: { used: 1 },
    });

    await deactivate([aCall(key, planNumber, 'a')], { at: AT });
    expect(await activations(resourceId)).toEqual([
      { instance: 'b', overLimit: false },
      { instance: 'c', overLimit: true },
    ]);
    await inTransaction((tx) =>
      setActivationLimit(tx, { apiResourceId: resourceId, activationLimit: 2, actor: bySystem }),
    );
    expect(await activations(resourceId)).toMatchObject([{ overLimit: false }, { overLimit: false }]);
    await saveStoreSettings({ stopOverLimit: false }, bySystem);
  });

  test('a limit taken away altogether counts everybody again', async () => {
    const { key, planNumber, resourceId } = await aResource({ activationLimit: 2 });
    for (const instance of ['a', 'b']) await one(aCall(key, planNumber, instance));
    const set = (activationLimit: number | null) =>
      inTransaction((tx) => setActivationLimit(tx, { apiResourceId: resourceId, activationLimit, actor: bySystem }));
    await set(0);
    await set(null);
    expect(await db().apiResource.findUniqueOrThrow({ where: { id: resourceId } })).toMatchObject({
      activationCount: 2,
    });
  });
});

describe('deactivate', () => {
  test('gives the place back once; again it is not found and the count stays', async () => {
    const { key, planNumber, resourceId } = await aResource({ activationLimit: 2 });
    await one(aCall(key, planNumber, 'laptop'));
    expect(first(await deactivate([aCall(key, planNumber, 'laptop')], { at: AT }))).toMatchObject({
      ok: true,
      allowance: { used: 0 },
    });
    expect(first(await deactivate([aCall(key, planNumber, 'laptop')], { at: AT }))).toMatchObject({
      ok: false,
      reason: 'activation_not_found',
    });
    expect(await db().apiResource.findUniqueOrThrow({ where: { id: resourceId } })).toMatchObject({
      activationCount: 0,
    });
  });

  test("another customer's key does not remove it", async () => {
    const product = await aProduct();
    const mine = await aResource({ product });
    const theirs = await aResource({ product, customerId: (await aCustomer()).id });
    await one(aCall(mine.key, mine.planNumber, 'laptop'));
    expect(first(await deactivate([aCall(theirs.key, theirs.planNumber, 'laptop')], { at: AT }))).toMatchObject({
      reason: 'activation_not_found',
    });
    expect(await db().activation.count({ where: { customerId: mine.customerId } })).toBe(1);
  });
});
