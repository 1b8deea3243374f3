import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aProduct, aResource } from '../../support/factories';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());

async function ask(query: string) {
  const response = await lane.door(`/?wc-api=wc-am-api&${query}`);
  expect(response.status).toBe(200);
  return response.json();
}

function aRelease(productId: string) {
  const at = now();
  return db().release.create({
    data: { productId, version: '2.0.0', releasedAt: at, publishedAt: at, createdAt: at },
  });
}

test('product_list names each product once, with its oldest order, in the order of the products', async () => {
  const early = await aProduct({ title: 'Early' });
  const late = await aProduct({ title: 'Late' });
  const first = await aResource({ product: late, activationLimit: 5 });
  const { customerId, masterKey } = first;
  await aResource({ product: late, customerId, activationLimit: 9 });
  await aResource({ product: early, customerId, activationLimit: null });
  const { data } = await ask(`wc_am_action=product_list&api_key=${masterKey}&instance=x`);
  expect(Object.keys(data.product_list)).toEqual([
    'non_wc_subs_resources',
    'non_wc_subs_resources_total',
    'wc_subs_resources_total',
  ]);
  expect(data.product_list).toMatchObject({
    non_wc_subs_resources: [
      { product_title: 'Early', product_id: String(early.plan.number), activations_purchased_total: '100000' },
      { product_title: 'Late', order_id: String(first.orderNumber), activations_purchased_total: '5' },
    ],
    non_wc_subs_resources_total: 2,
    wc_subs_resources_total: 0,
  });
});

test('a customer whose access is off has a live key, but no list', async () => {
  const { key, customerId } = await aResource();
  await db().customer.update({ where: { id: customerId }, data: { disabledAt: now() } });
  expect(await ask(`wc_am_action=verify_api_key_is_active&api_key=${key}`)).toEqual({
    success: true,
    api_call_execution_time: expect.any(String),
  });
  expect(await ask(`wc_am_action=product_list&api_key=${key}&instance=x`)).toMatchObject({
    data: { reason: 'access_disabled' },
  });
});

test('information counts the activations of what the key opens, and a disabled customer gets none of it', async () => {
  const { key, planNumber, customerId } = await aResource();
  const sent = `api_key=${key}&product_id=${planNumber}&plugin_name=a&version=1`;
  for (const instance of ['one', 'two']) await ask(`wc_am_action=activate&${sent}&instance=${instance}`);
  const { data } = await ask(`wc_am_action=information&${sent}&instance=one`);
  expect(Object.keys(data)).toEqual(['package', 'info']);
  expect(Object.keys(data.info).slice(0, 4)).toEqual(['name', 'downloaded', 'active_installs', 'slug']);
  expect(data.info).toMatchObject({ downloaded: 0, active_installs: 2 });
  await db().customer.update({ where: { id: customerId }, data: { disabledAt: now() } });
  expect(await ask(`wc_am_action=information&${sent}&instance=one`)).toMatchObject({
    data: { reason: 'access_disabled' },
  });
});

test('an active instance must say its version, a product named by title needs a key', async () => {
  const product = await aProduct({ legacyTitle: 'By Title' });
  await aRelease(product.id);
  const { key } = await aResource({ product });
  await ask(`wc_am_action=activate&api_key=${key}&product_id=By+Title&instance=i`);
  expect(await ask(`wc_am_action=update&product_id=By+Title&plugin_name=a&instance=i`)).toMatchObject({
    error: 'The following required query string data is missing: api_key',
  });
  const sent = `wc_am_action=update&product_id=By+Title&plugin_name=a&instance=i&api_key=${key}`;
  expect(await ask(sent)).toMatchObject({ error: 'The following required query string data is missing: version' });
  const { data } = await ask(`${sent}&version=1`);
  expect(data.package).toMatchObject({ product_id: String(product.plan.number), id: `a-${product.plan.number}` });
});

test('a client built for one plan goes on when its customer moved to another, if it names the parent', async () => {
  const product = await aProduct({ plans: [{ name: 'Small' }, { name: 'Large' }] });
  await aRelease(product.id);
  const [small, large] = product.plans;
  if (!small || !large) throw new Error('Two plans were asked for');
  const { key } = await aResource({ product: { ...product, plan: large } });
  const sent = `api_key=${key}&instance=i&plugin_name=a&version=1&product_id=${small.number}`;
  expect(await ask(`wc_am_action=activate&${sent}`)).toMatchObject({ data: { reason: 'wrong_product' } });
  for (const parent of ['product_parent_id', 'parent_product_id']) {
    const both = `${sent}&${parent}=${product.number}`;
    expect(await ask(`wc_am_action=activate&${both}`)).toMatchObject({ activated: true });
    expect(await ask(`wc_am_action=status&${both}`)).toMatchObject({ status_check: 'active' });
    const { data } = await ask(`wc_am_action=update&${both}`);
    expect(data.package.product_id).toBe(String(small.number));
    expect(await ask(`wc_am_action=information&${both}`)).toMatchObject({ data: { info: { active_installs: 1 } } });
    expect(await ask(`wc_am_action=deactivate&${both}`)).toMatchObject({ deactivated: true });
  }
});
