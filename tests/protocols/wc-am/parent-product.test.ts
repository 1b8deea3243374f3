import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { DEFAULT_SETTINGS } from '@/lib/settings/setting-fields';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { askWcAm } from '../../support/ask-wc-am';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aProduct, aResource, bySystem } from '../../support/factories';
import { readPhp } from '../../support/read-php';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
afterEach(() => saveStoreSettings(DEFAULT_SETTINGS, bySystem));

const askRaw = (query: string) => askWcAm(lane.door, query);
const ask = async (query: string) => JSON.parse(await askRaw(query));

async function twoPlans() {
  const product = await aProduct({ plans: [{ name: 'Small' }, { name: 'Large' }] });
  const [small, large] = product.plans;
  if (!small || !large) throw new Error('Two plans were asked for');
  const at = now();
  await db().release.create({
    data: { productId: product.id, version: '2.0.0', releasedAt: at, publishedAt: at, createdAt: at },
  });
  return { product, small, large };
}

const expire = (id: string, expiresAt: Date | null) => db().apiResource.update({ where: { id }, data: { expiresAt } });

/** A client built for the small plan, active on the large one through the parent; then the small one lives again. */
async function aRenewedPlan(parentName: string) {
  const { product, small, large } = await twoPlans();
  const old = await aResource({ product: { ...product, plan: small } });
  const held = await aResource({ product: { ...product, plan: large }, customerId: old.customerId });
  const own = `api_key=${old.masterKey}&instance=i&plugin_name=a&version=1&product_id=${small.number}`;
  const sent = `${own}&${parentName}=${product.number}`;
  await expire(old.resourceId, new Date('2020-01-01T00:00:00Z'));
  expect(await ask(`wc_am_action=activate&${sent}`)).toMatchObject({ activated: true });
  await expire(old.resourceId, null);
  return { sent, own, old, held };
}

const placesOf = async (apiResourceId: string) => db().activation.count({ where: { apiResourceId } });

describe.each(['product_parent_id', 'parent_product_id'])('with %s', (parentName) => {
  test('an installation that lives on another plan of the parent is active, once its own plan lives again', async () => {
    const { sent, own, old, held } = await aRenewedPlan(parentName);
    expect(await ask(`wc_am_action=status&${sent}`)).toMatchObject({ status_check: 'active' });
    expect(await ask(`wc_am_action=activate&${sent}`)).toMatchObject({ success: true, activated: true });
    expect([await placesOf(old.resourceId), await placesOf(held.resourceId)]).toEqual([0, 1]);
    // Without the parent it asks for the one plan alone.
    expect(await ask(`wc_am_action=status&${own}`)).toMatchObject({ status_check: 'inactive' });
    expect(await ask(`wc_am_action=deactivate&${sent}`)).toMatchObject({ deactivated: true });
    expect([await placesOf(old.resourceId), await placesOf(held.resourceId)]).toEqual([0, 0]);
  });
});

test('when the parent knows no better, the answer about the own product stands', async () => {
  const { product, small } = await twoPlans();
  const { key } = await aResource({ product: { ...product, plan: small } });
  const sent = `api_key=${key}&instance=i&product_id=${small.number}`;
  for (const parent of [product.number, 999999]) {
    const both = `${sent}&product_parent_id=${parent}`;
    expect(await ask(`wc_am_action=status&${both}`)).toEqual({
      ...(await ask(`wc_am_action=status&${sent}`)),
      api_call_execution_time: expect.any(String),
    });
    expect(await ask(`wc_am_action=deactivate&${both}`)).toMatchObject({ data: { reason: 'activation_not_found' } });
  }
});

test('a place taken with another key stays taken, whether or not the parent is named', async () => {
  const { product, small } = await twoPlans();
  const { key, masterKey } = await aResource({ product: { ...product, plan: small } });
  const sent = `instance=i&product_id=${small.number}&product_parent_id=${product.number}`;
  expect(await ask(`wc_am_action=activate&api_key=${key}&${sent}`)).toMatchObject({ activated: true });
  expect(await ask(`wc_am_action=activate&api_key=${masterKey}&${sent}`)).toMatchObject({
    data: { reason: 'already_active' },
  });
});

test('resource data shows the licence that answered, not the one beside it', async () => {
  const { sent, held } = await aRenewedPlan('product_parent_id');
  await saveStoreSettings({ sendApiResourceData: true }, bySystem);
  const row = { api_resource_id: String(held.resourceNumber), activations_total: '1' };
  for (const action of ['update', 'information']) {
    expect((await ask(`wc_am_action=${action}&${sent}`)).data.product).toMatchObject(row);
  }
  for (const action of ['status', 'activate']) {
    const { data } = await ask(`wc_am_action=${action}&${sent}`);
    expect(data.resources).toContainEqual(expect.objectContaining(row));
  }
  const { data } = await ask(`wc_am_action=deactivate&${sent}`);
  expect(data.resources).toContainEqual(expect.objectContaining({ ...row, activations_total: '0' }));
});

describe('a product that the store does not know, of a parent that it does', () => {
  test.each(['', 'no-such-key'])('gets the version of the parent, and nothing to fetch (key %j)', async (key) => {
    const { product } = await twoPlans();
    const sent = `product_id=99999999&product_parent_id=${product.number}&plugin_name=x/y.php&version=1&api_key=${key}`;
    const { success, data } = await ask(`wc_am_action=update&${sent}`);
    expect(success).toBe(true);
    expect(data.package).toMatchObject({ id: 'x-99999999', new_version: '2.0.0', package: '' });
    expect(data.package).not.toHaveProperty('product_id');
    expect(await ask(`wc_am_action=information&${sent}`)).toMatchObject({ data: { info: { version: '2.0.0' } } });
    expect(readPhp(await askRaw(`wc_am_action=pluginupdatecheck&${sent}`))).toMatchObject({
      members: expect.arrayContaining([
        ['new_version', '2.0.0'],
        ['package', ''],
      ]),
    });
  });

  test('learns no version that the store keeps private', async () => {
    const { product } = await twoPlans();
    await saveStoreSettings({ publicVersionInfo: false }, bySystem);
    const sent = `product_id=99999999&product_parent_id=${product.number}&plugin_name=x/y.php`;
    expect(await ask(`wc_am_action=update&${sent}`)).toMatchObject({ data: { reason: 'activation_required' } });
  });

  test('is not found when the parent is unknown too', async () => {
    expect(
      await ask('wc_am_action=update&product_id=99999999&product_parent_id=99999998&plugin_name=x/y.php'),
    ).toMatchObject({ error: 'The product ID 99999999 could not be found in this store.' });
  });
});
