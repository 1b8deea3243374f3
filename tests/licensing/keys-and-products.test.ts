import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { checkStatus } from '@/lib/licensing/check-status';
import { deactivate } from '@/lib/licensing/deactivate';
import { findUpdate } from '@/lib/licensing/find-update';
import { AT, aCall } from '../support/client-calls';
import { routeDoor } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct, aResource, first } from '../support/factories';

useDatabase();

const one = async (call: ReturnType<typeof aCall>) => first(await activate([call], { at: AT, strict: false }));
const statusOf = async (call: ReturnType<typeof aCall>) => first(await checkStatus([call], { at: AT }));

async function wire(parameters: Record<string, string>): Promise<Record<string, unknown>> {
  const query = new URLSearchParams({ 'wc-api': 'wc-am-api', ...parameters });
  return (await routeDoor(`/?${query}`)).json();
}

describe('a master key over many orders', () => {
  test('fills them oldest first, also when a newer one was bought for another plan or a gap opens in an old one', async () => {
    const product = await aProduct();
    const orders: Awaited<ReturnType<typeof aResource>>[] = [];
    for (const activationLimit of [2, 1, 3]) {
      const customerId = orders[0]?.customerId;
      orders.push(await aResource({ product, activationLimit, ...(customerId === undefined ? {} : { customerId }) }));
    }
    const { masterKey, planNumber } = first(orders);
    const placed: number[] = [];
    for (const instance of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const result = await one(aCall(masterKey, planNumber, instance));
      placed.push(orders.findIndex((order) => result.ok && order.resourceId === result.apiResourceId));
    }
    expect(placed).toEqual([0, 0, 1, 2, 2, 2]);
    expect(await one(aCall(masterKey, planNumber, 'g'))).toMatchObject({ reason: 'limit_reached' });

    await deactivate([aCall(masterKey, planNumber, 'a')], { at: AT });
    expect(await one(aCall(masterKey, planNumber, 'g'))).toMatchObject({
      ok: true,
      apiResourceId: first(orders).resourceId,
      allowance: { limit: 6, used: 6 },
    });
  });

  test('a batch of calls is placed as one call after the other would be', async () => {
    const product = await aProduct();
    const older = await aResource({ product, activationLimit: 2 });
    const newer = await aResource({ product, customerId: older.customerId, activationLimit: 2 });
    const calls = ['a', 'b', 'c', 'd', 'e'].map((instance) => aCall(older.masterKey, older.planNumber, instance));
    const results = await activate(calls, { at: AT, strict: false });
    expect(results.map((result) => (result.ok ? result.apiResourceId : result.reason))).toEqual([
      older.resourceId,
      older.resourceId,
      newer.resourceId,
      newer.resourceId,
      'limit_reached',
    ]);
  });

  test('skips an order that has expired, and counts only what is alive', async () => {
    const product = await aProduct();
    const ended = await aResource({ product, activationLimit: 5 });
    const live = await aResource({ product, customerId: ended.customerId, activationLimit: 2 });
    await db().apiResource.update({ where: { id: ended.resourceId }, data: { expiresAt: AT } });
    expect(await one(aCall(ended.masterKey, ended.planNumber, 'laptop'))).toMatchObject({
      apiResourceId: live.resourceId,
      allowance: { limit: 2, used: 1 },
    });
  });

  test('one unlimited order makes the whole unlimited: 100000 places on the wire', async () => {
    const product = await aProduct();
    const limited = await aResource({ product, activationLimit: 1 });
    await aResource({ product, customerId: limited.customerId, activationLimit: null });
    for (const instance of ['a', 'b', 'c']) {
      expect(await one(aCall(limited.masterKey, limited.planNumber, instance))).toMatchObject({
        ok: true,
        allowance: { limit: null },
      });
    }
    const answer = await wire({
      wc_am_action: 'status',
      api_key: limited.masterKey,
      product_id: String(limited.planNumber),
      instance: 'a',
    });
    expect(answer.data).toMatchObject({
      unlimited_activations: true,
      total_activations_purchased: 100_000,
      total_activations: 3,
      activations_remaining: 99_997,
    });
  });
});

describe('the product asked for', () => {
  test('a title is compared letter by letter, by every verb', async () => {
    const product = await aProduct({ legacyTitle: 'Acme Backup Pro' });
    const { key } = await aResource({ product });
    const titled = (title: string) => ({ ...aCall(key, 0, 'laptop'), product: { title }, requested: title });
    expect(await one(titled('Acme Backup Pro'))).toMatchObject({ ok: true });
    expect(await statusOf(titled('Acme Backup Pro'))).toMatchObject({ ok: true, active: true });
    expect(first(await findUpdate([titled('Acme Backup Pro')], { at: AT }))).toMatchObject({
      ok: true,
      license: { planNumber: product.plan.number },
    });
    for (const wrong of ['acme backup pro', 'Acme Backup Pro ', 'Acme Backup', '']) {
      expect(await statusOf(titled(wrong))).toMatchObject({ ok: false, reason: 'wrong_product' });
    }
    expect(first(await deactivate([titled('Acme Backup Pro')], { at: AT }))).toMatchObject({ ok: true });
  });

  test.each([
    ['product_id names the parent', (parent: string) => ({ product_id: parent })],
    ['parent_product_id alone', (parent: string) => ({ parent_product_id: parent })],
    ['product_parent_id alone', (parent: string) => ({ product_parent_id: parent })],
    [
      'product_parent_id beside a plan that nobody bought',
      (parent: string, other: string) => ({ product_id: other, product_parent_id: parent }),
    ],
  ])('%s: a client goes through its whole life', async (_name, ids) => {
    const product = await aProduct({ plans: [{ activationLimit: 2 }, { activationLimit: 9 }] });
    const other = String(product.plans[1]?.number);
    await db().release.create({
      data: { productId: product.id, version: '2.0.0', releasedAt: AT, publishedAt: AT, createdAt: AT },
    });
    const { key } = await aResource({ product, activationLimit: 2 });
    const call = { api_key: key, instance: 'laptop', ...ids(String(product.number), other) };
    expect(await wire({ wc_am_action: 'activate', ...call })).toMatchObject({ activated: true });
    expect(await wire({ wc_am_action: 'status', ...call })).toMatchObject({ status_check: 'active' });
    expect(await wire({ wc_am_action: 'update', plugin_name: 'a/a.php', version: '1', ...call })).toMatchObject({
      success: true,
      data: { package: { new_version: '2.0.0', package: expect.stringContaining('am_download_file=') } },
    });
    expect(await wire({ wc_am_action: 'deactivate', ...call })).toMatchObject({ deactivated: true });
  });

  test('a plan of the same product that was not bought is a wrong product', async () => {
    const product = await aProduct({ plans: [{}, {}] });
    const { key, masterKey } = await aResource({ product });
    const other = product.plans[1]?.number ?? 0;
    expect(await one(aCall(key, other, 'laptop'))).toMatchObject({ reason: 'wrong_product' });
    expect(await one(aCall(masterKey, other, 'laptop'))).toMatchObject({ reason: 'wrong_product' });
  });
});

test('an instance of 0, as fresh installs of some clients send it, is answered as missing and takes no place', async () => {
  const { key, planNumber, resourceId } = await aResource();
  for (const wc_am_action of ['activate', 'status', 'deactivate']) {
    expect(await wire({ wc_am_action, api_key: key, product_id: String(planNumber), instance: '0' })).toMatchObject({
      success: false,
      code: '100',
      error: 'The following required query string data is missing: instance',
    });
  }
  expect(await db().activation.count({ where: { apiResourceId: resourceId } })).toBe(0);
});

test.each(['master', 'product order'] as const)(
  'a stranger’s %s key deactivates nobody: not by the same product, not by the same instance, not in a batch',
  async (kind) => {
    const product = await aProduct();
    const mine = await aResource({ product });
    const theirs = await aResource({ product, customerId: (await aCustomer()).id });
    await one(aCall(mine.key, mine.planNumber, 'laptop'));
    await one(aCall(theirs.key, theirs.planNumber, 'tower'));
    const foreign = kind === 'master' ? theirs.masterKey : theirs.key;
    const results = await deactivate(
      [
        aCall(foreign, mine.planNumber, 'laptop'),
        aCall(foreign, theirs.planNumber, 'tower'),
        aCall(foreign, mine.planNumber, 'laptop'),
      ],
      { at: AT },
    );
    expect(results).toMatchObject([
      { ok: false, reason: 'activation_not_found' },
      { ok: true, allowance: { used: 0 } },
      { ok: false, reason: 'activation_not_found' },
    ]);
    expect(await statusOf(aCall(mine.key, mine.planNumber, 'laptop'))).toMatchObject({ active: true });
  },
);
