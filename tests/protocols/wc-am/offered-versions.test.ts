import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
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

const RELEASED = new Date('2026-06-01T00:00:00Z');

async function aSoldProduct(facts: { title?: string; channel?: 'beta'; published?: boolean } = {}) {
  const { channel = 'stable', published = true, ...rest } = facts;
  const product = await aProduct(rest);
  if (!published) await db().product.update({ where: { id: product.id }, data: { publishedAt: null } });
  const publishedAt = published ? RELEASED : null;
  const dates = { releasedAt: RELEASED, publishedAt, createdAt: RELEASED };
  await db().release.create({
    data: { productId: product.id, version: '2.0.0', channel, testedVersion: '6.9', ...dates },
  });
  return product;
}

describe('an active installation whose updates ended before every release', () => {
  async function aLapsed(facts: Parameters<typeof aSoldProduct>[0] = {}) {
    const product = await aSoldProduct(facts);
    const resource = await aResource({ product });
    const updatesUntil = new Date('2026-01-01T00:00:00Z');
    await db().apiResource.update({ where: { id: resource.resourceId }, data: { updatesUntil } });
    const sent = `api_key=${resource.key}&product_id=${resource.planNumber}&instance=i&version=1&plugin_name=x/y.php`;
    expect(await ask(`wc_am_action=activate&${sent}`)).toMatchObject({ activated: true });
    return { ...resource, sent };
  }

  test('is told the product’s version, and given nothing to fetch', async () => {
    const { sent } = await aLapsed();
    const { data } = await ask(`wc_am_action=update&${sent}`);
    expect(data.package).toMatchObject({ new_version: '2.0.0', tested: '6.9', package: '' });
    expect(data.package).not.toHaveProperty('product_id');
    expect(await ask(`wc_am_action=information&${sent}`)).toMatchObject({
      data: { info: { version: '2.0.0', last_updated: '2026-06-01', active_installs: 1 } },
    });
    const read = readPhp(await askRaw(`wc_am_action=pluginupdatecheck&${sent}`));
    const told = [
      ['new_version', '2.0.0'],
      ['package', ''],
    ];
    expect(read).toMatchObject({ members: expect.arrayContaining(told) });
    await saveStoreSettings({ sendApiResourceData: true }, bySystem);
    expect(await askRaw(`wc_am_action=update&${sent}`)).not.toContain('am_download_file');
  });

  test('learns no version that the store keeps private', async () => {
    const { sent } = await aLapsed();
    await saveStoreSettings({ publicVersionInfo: false }, bySystem);
    for (const action of ['update', 'information']) {
      expect(await ask(`wc_am_action=${action}&${sent}`)).toMatchObject({ success: true });
      expect(await askRaw(`wc_am_action=${action}&${sent}`)).not.toContain('2.0.0');
    }
  });

  test.each([
    ['a beta', { channel: 'beta' as const }],
    ['a draft', { published: false }],
  ])('learns nothing of %s', async (_name, facts) => {
    const { sent } = await aLapsed(facts);
    const { data } = await ask(`wc_am_action=update&${sent}`);
    expect(data.package).toMatchObject({ new_version: '', package: '' });
  });
});

describe('a product named by its title as it is sold', () => {
  const named = (title: string, key: string) =>
    `product_id=${encodeURIComponent(title)}&plugin_name=x/y.php&instance=i&version=1&api_key=${key}`;

  test('is found exactly, and tells its version', async () => {
    const product = await aSoldProduct({ title: 'Größer & Schöner Pro' });
    for (const key of ['M', (await aResource({ product })).masterKey]) {
      const { data } = await ask(`wc_am_action=update&${named(product.title, key)}`);
      expect(data.package).toMatchObject({ id: `x-${product.number}`, new_version: '2.0.0', package: '' });
    }
    expect(await ask(`wc_am_action=update&${named('größer & schöner pro', 'M')}`)).toMatchObject({
      error: 'The product ID größer & schöner pro could not be found in this store.',
    });
  });

  test('gives an active installation its package, also beside an older product of the same title', async () => {
    const title = 'Sold Twice';
    await aSoldProduct({ title });
    const product = await aSoldProduct({ title });
    const { masterKey, planNumber } = await aResource({ product });
    await ask(`wc_am_action=activate&api_key=${masterKey}&product_id=${planNumber}&instance=i`);
    const { data } = await ask(`wc_am_action=update&${named(title, masterKey)}`);
    expect(data.package).toMatchObject({
      product_id: String(planNumber),
      package: expect.stringContaining('?user_id='),
    });
  });

  test('gives way to a product whose software has that title', async () => {
    const title = 'Name of Old';
    await aSoldProduct({ title });
    const old = await aSoldProduct({ title: 'New Name' });
    await db().product.update({ where: { id: old.id }, data: { legacyTitle: title } });
    const { data } = await ask(`wc_am_action=update&${named(title, 'M')}`);
    expect(data.package.id).toBe(`x-${old.number}`);
  });

  test('is not told before it comes out', async () => {
    const { title } = await aSoldProduct({ title: 'Still Secret', published: false });
    expect(await ask(`wc_am_action=update&${named(title, 'M')}`)).toMatchObject({ success: false });
  });
});
