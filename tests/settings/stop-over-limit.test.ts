import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { db, inTransaction } from '@/lib/db/client';
import { handleDownload } from '@/lib/downloads/handle-download';
import { setActivationLimit } from '@/lib/licensing/set-activation-limit';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { aDataFolder, aDownload } from '../downloads/support';
import { openLane } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aResource, bySystem } from '../support/factories';
import { get, post } from '../support/v1-calls';

useDatabase({ DATA_DIR: aDataFolder() });

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
beforeEach(() => forgetCallLimits());

const stop = (stopOverLimit: boolean) => saveStoreSettings({ stopOverLimit }, bySystem);

/** A licence of two places, both taken, whose limit then fell to one: `late` is beyond it. */
async function shrunk() {
  const resource = await aResource({ activationLimit: 2 });
  await aDownload(resource.product.id, { version: '2.0.0' });
  const { key, resourceId, productNumber: product } = resource;
  const ask = async (action: string, instance: string) => {
    const query = `wc_am_action=${action}&api_key=${key}&product_id=${product}&instance=${instance}&version=1.0`;
    return (await lane.door(`/?wc-api=wc-am-api&${query}&plugin_name=acme%2Facme.php`)).json();
  };
  const packageOf = async (instance: string): Promise<string> => (await ask('update', instance)).data.package.package;
  await ask('activate', 'early');
  await ask('activate', 'late');
  const limit = (activationLimit: number) =>
    inTransaction((tx) => setActivationLimit(tx, { apiResourceId: resourceId, activationLimit, actor: bySystem }));
  await limit(1);
  const overLimit = async () =>
    (await db().activation.findMany({ where: { apiResourceId: resourceId, overLimit: true } })).map((a) => a.instance);
  return { ...resource, ask, packageOf, limit, overLimit };
}

const download = async (url: string) => (await handleDownload(new Request(url))).status;

test('unless the store says otherwise, an activation beyond the limit is listed, not counted, and goes on working', async () => {
  const { ask, packageOf, overLimit } = await shrunk();
  expect(await overLimit()).toEqual(['late']);
  expect(await ask('status', 'late')).toMatchObject({
    status_check: 'active',
    data: { activated: true, total_activations_purchased: 1, total_activations: 1, activations_remaining: 0 },
  });
  const url = await packageOf('late');
  expect(url).toContain('am_download_file=');
  expect(await download(url)).toBe(200);
});

test('where the store stops it, its status, its updates and an address it was told before end at once', async () => {
  const { ask, packageOf } = await shrunk();
  const [kept, ended] = [await packageOf('early'), await packageOf('late')];
  await stop(true);
  expect(await ask('status', 'late')).toMatchObject({ status_check: 'inactive', data: { activated: false } });
  expect(await packageOf('late')).toBe('');
  expect([await download(kept), await download(ended)]).toEqual([200, 404]);
  expect(await ask('status', 'early')).toMatchObject({ status_check: 'active' });
  await stop(false);
  expect(await ask('status', 'late')).toMatchObject({ status_check: 'active' });
  expect(await download(ended)).toBe(200);
});

test('/api/v1 follows the same switch', async () => {
  const { key, productNumber: product } = await shrunk();
  const asked = async () => {
    const status = await post(lane.door, 'status', { product, instance: 'late' }, { key });
    const update = await get(lane.door, `updates?product=${product}&instance=late`, { key });
    return [(await status.json()).active, (await update.json()).licensed];
  };
  expect(await asked()).toEqual([true, true]);
  await stop(true);
  expect(await asked()).toEqual([false, false]);
  await stop(false);
});

test.each([false, true])('activating again it takes a place only if there is room (stopped: %s)', async (isStopped) => {
  await stop(isStopped);
  const { ask, limit, overLimit } = await shrunk();
  expect(await ask('activate', 'late')).toMatchObject({ success: false, data: { reason: 'limit_reached' } });
  expect(await overLimit()).toEqual(['late']);
  await limit(2);
  expect(await ask('activate', 'late')).toMatchObject({ success: true, data: { activations_remaining: 0 } });
  expect(await overLimit()).toEqual([]);
  await stop(false);
});

test('it stays beyond the limit until a place is given back, and then is the first to have it', async () => {
  const { ask, overLimit } = await shrunk();
  expect(await ask('activate', 'third')).toMatchObject({ success: false });
  await ask('deactivate', 'early');
  expect(await overLimit()).toEqual([]);
  expect(await ask('status', 'late')).toMatchObject({ data: { activated: true, total_activations: 1 } });
});
