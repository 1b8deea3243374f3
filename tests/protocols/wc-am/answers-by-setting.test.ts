import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { DEFAULT_SETTINGS } from '@/lib/settings/setting-fields';
import { type StoreSettingsPatch, saveStoreSettings } from '@/lib/settings/store-settings';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aProduct, aResource, bySystem } from '../../support/factories';
import { readPhp } from '../../support/read-php';

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

let lane: Awaited<ReturnType<typeof openLane>>;
let resource: Awaited<ReturnType<typeof aResource>>;
let sent = '';
const expiresAt = new Date('2099-01-02T23:30:00Z');

beforeAll(async () => {
  lane = await openLane();
  const product = await aProduct({ plans: [{ activationLimit: 6, name: 'Two' }] });
  resource = await aResource({ product, activationLimit: 6, quantity: 1 });
  await db().apiResource.update({ where: { id: resource.resourceId }, data: { expiresAt } });
  sent = `product_id=${resource.planNumber}&instance=i1&version=1.0&plugin_name=a%2Fa.php`;
  await ask('activate', resource.key);
});
afterAll(() => lane.close());
afterEach(() => saveStoreSettings(DEFAULT_SETTINGS, bySystem));

const set = (patch: StoreSettingsPatch) => saveStoreSettings(patch, bySystem);

async function askRaw(action: string, key: string, more = ''): Promise<string> {
  const response = await lane.door(`/?wc-api=wc-am-api&wc_am_action=${action}&api_key=${key}&${sent}${more}`);
  expect(response.status).toBe(200);
  return response.text();
}

async function ask(action: string, key: string, more = '') {
  return JSON.parse(await askRaw(action, key, more));
}

test('status says for machines when the right ends, after everything the original says', async () => {
  const { data } = await ask('status', resource.key);
  expect(Object.keys(data).slice(-3)).toEqual(['api_key_expirations', 'expires', 'expires_at']);
  expect([data.expires, data.expires_at]).toEqual([expiresAt.getTime() / 1000, expiresAt.toISOString()]);
  const lifetime = await aResource();
  const told = await ask('status', lifetime.key, `&product_id=${lifetime.planNumber}`);
  expect(told.data).toMatchObject({ expires: null, expires_at: null });
});

test('in payment grace a machine is told the end of the grace, not a day that has passed', async () => {
  const { key, planNumber, resourceId } = await aResource();
  const graceUntil = new Date('2099-02-01T00:00:00Z');
  const data = { expiresAt: new Date('2020-01-01T00:00:00Z'), graceUntil };
  await db().apiResource.update({ where: { id: resourceId }, data });
  const told = await ask('status', key, `&product_id=${planNumber}`);
  expect(told).toMatchObject({ success: true, data: { expires_at: graceUntil.toISOString() } });
});

test('dates look as the store says', async () => {
  const dateOf = async () =>
    (await ask('status', resource.key)).data.api_key_expirations.non_wc_subs_resources[0].next_payment;
  expect(await dateOf()).toBe('January 2, 2099');
  await set({ dateFormat: 'd.m.Y' });
  expect(await dateOf()).toBe('02.01.2099');
});

describe('with version information kept private', () => {
  test.each(['update', 'information'])('%s tells an installation without an activation nothing', async (action) => {
    await set({ publicVersionInfo: false });
    for (const key of ['', 'unknown']) {
      const text = await askRaw(action, key);
      expect(JSON.parse(text)).toMatchObject({ success: false, code: '100', data: { reason: 'activation_required' } });
      expect(text).not.toContain('new_version');
    }
    expect(await ask(action, resource.key)).toMatchObject({ success: true });
  });

  test.each(['pluginupdatecheck', 'plugininformation'])('%s answers with the error object', async (action) => {
    await set({ publicVersionInfo: false });
    const read = readPhp(await askRaw(action, ''));
    expect(read).toMatchObject({ class: 'stdClass', members: expect.arrayContaining([['new_version', '']]) });
  });
});

test('the window shows the tabs that are switched on, in the order of the original, and the changelog always', async () => {
  await db().product.update({
    where: { id: resource.product.id },
    data: {
      descriptionMd: 'D',
      installationMd: 'I',
      screenshotsMd: '![A](https://cdn.example/a.png) ![B](javascript:alert(1))',
      otherNotesMd: '<script>alert(1)</script>N',
    },
  });
  const sections = async () => (await ask('information', resource.key)).data.info.sections;
  expect(await sections()).toEqual({ changelog: '' });
  await set({ docTabs: ['other_notes', 'screenshots', 'faq', 'installation', 'description'] });
  expect(Object.entries(await sections())).toEqual([
    ['description', '<p>D</p>'],
    ['installation', '<p>I</p>'],
    ['screenshots', '<p><img src="https://cdn.example/a.png" alt="A" /> <img alt="B" /></p>'],
    ['other_notes', expect.not.stringContaining('script')],
    ['changelog', ''],
  ]);
});

describe('with trusted sources', () => {
  test('only a caller that names its own, listed address is answered', async () => {
    await set({ trustedSources: ['127.0.0.1', '203.0.113.9'] });
    expect(await ask('status', resource.key)).toMatchObject({
      error: 'The source did not send a required IP address.',
      data: { reason: 'source_missing' },
    });
    for (const address of ['203.0.113.9', '198.51.100.1']) {
      expect(await ask('status', resource.key, `&ip_address=${address}`)).toMatchObject({
        error: 'The source is not trusted.',
        data: { reason: 'source_untrusted' },
      });
    }
    expect(await ask('status', resource.key, '&ip_address=127.0.0.1')).toMatchObject({ status_check: 'active' });
  });
});

describe('with resource data', () => {
  const COLUMNS =
    'api_resource_id activations_total activations_purchased activations_purchased_total active access_expires access_granted item_qty master_api_key order_id order_item_id order_key parent_id product_id product_order_api_key product_title refund_qty sub_id sub_item_id sub_previous_order_id sub_order_key sub_parent_id user_id variation_id'.split(
      ' ',
    );

  test('status lists full rows, all texts, in the order of the original', async () => {
    expect((await ask('status', resource.key)).data.resources).toBeUndefined();
    await set({ sendApiResourceData: true });
    const { data } = await ask('status', resource.key);
    expect(Object.keys(data.resources[0])).toEqual(COLUMNS);
    for (const value of Object.values(data.resources[0])) expect(value).toBeTypeOf('string');
    expect(data.resources).toMatchObject([
      {
        api_resource_id: String(resource.resourceNumber),
        activations_total: '1',
        activations_purchased_total: '6',
        access_expires: String(expiresAt.getTime() / 1000),
        product_id: String(resource.planNumber),
        order_id: String(resource.orderNumber),
      },
    ]);
  });

  test('no answer holds another key than the one that was sent', async () => {
    await set({ sendApiResourceData: true });
    for (const [key, other] of [
      [resource.key, resource.masterKey],
      [resource.masterKey, resource.key],
    ] as const) {
      for (const action of ['deactivate', 'activate', 'status', 'update', 'information', 'product_list']) {
        const text = await askRaw(action, key);
        expect(JSON.parse(text)).toMatchObject({ success: true });
        expect(text).not.toContain(other);
        if (action !== 'product_list') expect(text).toContain(key);
      }
    }
  });

  test('update and information carry the one row of the instance', async () => {
    await set({ sendApiResourceData: true });
    for (const action of ['update', 'information']) {
      const { data } = await ask(action, resource.key);
      expect(data.product).toMatchObject({ api_resource_id: String(resource.resourceNumber) });
      expect((await ask(action, 'unknown')).data.product).toBeUndefined();
    }
  });
});

test('a store speaks the wording of the generation its clients were written against', async () => {
  const wrong = async () => (await ask('status', 'unknown')).error;
  const none = async () => (await ask('status', resource.key, '&product_id=999999')).error;
  expect(await wrong()).toBe('A customer account does not exist for this API Key.');
  await set({ messageProfile: '2.x' });
  expect(await none()).toBe(
    'No API resources exist. Login to My Account to verify there are activations remaining, and the API Key and Product ID are correct.',
  );
  await set({ messageProfile: '3.5+' });
  expect(await wrong()).toBe('A customer account does not exist for this license key.');
  expect(await none()).toBe(
    'No licensing resources exist. Login to <a href="http://localhost:8080/account/api-keys" target="blank">My Account</a> to verify there are activations remaining, and the license key and Product ID are correct.',
  );
});
