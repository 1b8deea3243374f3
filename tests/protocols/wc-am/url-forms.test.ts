import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aProduct, aResource, bySystem } from '../../support/factories';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
let sent = '';
let key = '';

beforeAll(async () => {
  lane = await openLane();
  const product = await aProduct({ legacyTitle: 'Acme Backup Pro', plans: [{}] });
  const resource = await aResource({ product });
  key = resource.key;
  sent = `api_key=${key}&product_id=${resource.planNumber}&instance=i1`;
  await lane.door(`/?wc-api=wc-am-api&wc_am_action=activate&${sent}`);
});
afterAll(() => lane.close());

async function told(target: string, init?: RequestInit): Promise<unknown> {
  const response = await lane.door(target, init);
  expect(response.status).toBe(200);
  return response.json();
}

const active = { status_check: 'active', success: true };

test.each([
  ['2.x clients', () => `/?wc-api=wc-am-api&wc_am_action=status&${sent}`],
  ['clients written for 2.0', () => `/?wc-api=wc-am-api&request=status&${sent}`],
  ['1.x clients', () => `/?wc-api=am-software-api&request=status&${sent.replace('api_key', 'licence_key')}`],
  ['a 1.x update address with another action', () => `/?wc-api=upgrade-api&request=status&${sent}`],
  ['REST libraries', () => `/wc-api/wc-am-api/?wc_am_action=status&${sent}&oauth_nonce=1&oauth_signature=x`],
  ['REST libraries of a store below a folder', () => `/shop/wc-api/wc-am-api/?wc_am_action=status&${sent}`],
  ['the front controller', () => `/index.php?wc-api=wc-am-api&wc_am_action=status&${sent}`],
  ['a product page', () => `/product/acme/?wc-api=wc-am-api&wc_am_action=status&${sent}`],
  ['capitals and odd characters in the name', () => `/?wc-api=WC-AM-API%21&wc_am_action=status&${sent}`],
  ['an escaped name', () => `/?wc-api=wc%2Dam%2Dapi&wc_am_action=status&${sent}`],
  ['two names, of which the later wins', () => `/?wc-api=paypal&wc-api=wc-am-api&wc_am_action=status&${sent}`],
  ['HTML-escaped ampersands', () => `/?x=1&amp;wc-api=wc-am-api&amp;wc_am_action=status&amp;${sent}`],
  ['WordPress nonces', () => `/?wc-api=wc-am-api&wc_am_action=status&${sent}&_wpnonce=a&woocommerce-login-nonce=b`],
])('%s are understood', async (_who, target) => {
  expect(await told(target())).toMatchObject(active);
  expect(await told(target(), { method: 'POST' })).toMatchObject(active);
});

test('parameters may come in a form or a JSON body', async () => {
  const fields = Object.fromEntries(new URLSearchParams(`wc_am_action=status&${sent}`));
  expect(await told('/?wc-api=wc-am-api', { method: 'POST', body: new URLSearchParams(fields) })).toMatchObject(active);
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) };
  expect(await told('/?wc-api=wc-am-api', json)).toMatchObject(active);
});

test('an unknown name is answered as WooCommerce does', async () => {
  for (const target of ['/?wc-api=paypal', '/wc-api/paypal/', '/?wc-api=wc-am-api&wc-api=paypal', '/?wc-api=']) {
    const response = await lane.door(target);
    expect([response.status, await response.text()]).toEqual([400, '-1']);
  }
});

test('a browser on another site may call', async () => {
  const preflight = await lane.door('/?wc-api=wc-am-api', { method: 'OPTIONS' });
  expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS');
  const call = await lane.door(`/?wc-api=wc-am-api&wc_am_action=status&${sent}`);
  expect(call.headers.get('access-control-allow-origin')).toBe('*');
});

test('Software Add-on clients are answered only while the store translates for them', async () => {
  const target = `/?wc-api=software-api&request=check&email=a%40example.test&license_key=${key}&software_id=Acme+Backup+Pro&instance=i1`;
  const off = await lane.door(target);
  expect([off.status, await off.text()]).toEqual([400, '-1']);
  await saveStoreSettings({ translateSoftwareAddOn: true }, bySystem);
  expect(await told(target)).toMatchObject({ ...active, remaining: 2 });
  // "check" is their word alone.
  expect(await told(target.replace('software-api', 'wc-am-api'))).toMatchObject({
    error: 'Request value does not exist.',
  });
  await saveStoreSettings({ translateSoftwareAddOn: false }, bySystem);
});

test.each(['activation', 'status', 'deactivation', 'update', 'information'])(
  'a software_id that is no title of ours counts as not sent: %s',
  async (request) => {
    const target = `/?wc-api=wc-am-api&request=${request}&license_key=${key}&software_id=Nothing&instance=i2&plugin_name=a`;
    expect(await told(target)).toMatchObject({
      error: 'The following required query string data is missing: product_id',
      data: { reason: 'missing' },
    });
  },
);
