import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { disableCustomer } from '@/lib/customers/change-standing';
import { db } from '@/lib/db/client';
import { handleDownload } from '@/lib/downloads/handle-download';
import { openLane } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aResource, bySystem } from '../support/factories';
import { aDataFolder, aDownload } from './support';

useDatabase({ DATA_DIR: aDataFolder() });

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());

/** A licence with an active site, and the package address its update check was answered with. */
async function told(facts: { content?: string } = {}) {
  const resource = await aResource();
  const { releaseId } = await aDownload(resource.product.id, { version: '2.0.0', fileName: 'acme.zip', ...facts });
  const call = { key: resource.key, number: resource.productNumber };
  await ask('activate', call);
  return { ...resource, releaseId, url: await packageOf(call), again: () => packageOf(call), call };
}

async function ask(action: string, { key, number }: { key: string; number: number }) {
  forgetCallLimits();
  const query = `wc_am_action=${action}&api_key=${key}&product_id=${number}&instance=site1&object=site.test`;
  return (await lane.door(`/?wc-api=wc-am-api&${query}&version=1.0&plugin_name=acme%2Facme.php&slug=acme`)).json();
}

async function packageOf(call: { key: string; number: number }): Promise<string> {
  return (await ask('update', call)).data.package.package;
}

const get = (url: string, method = 'GET') => handleDownload(new Request(url, { method }));

test('it delivers the newest version under its name, without a cookie and without a checksum that could be wrong', async () => {
  const { url } = await told({ content: 'PK of 2.0.0' });
  const answer = await get(url);
  expect([answer.status, await answer.text()]).toEqual([200, 'PK of 2.0.0']);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="acme.zip"');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(answer.headers.get('content-md5')).toBeNull();
  expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
});

test('its head is answered like its file', async () => {
  const { url } = await told({ content: 'PK of 2.0.0' });
  const answer = await get(url, 'HEAD');
  expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '11', '']);
});

test('it survives what networks do to a query: other order, utm_ parameters, other encoding', async () => {
  const { url } = await told();
  const { origin, searchParams } = new URL(url);
  const shuffled = new URLSearchParams([['utm_source', 'cdn'], ...[...searchParams].reverse()]);
  const encoded = shuffled.toString().replaceAll(/[0-9]/g, (digit) => `%${digit.charCodeAt(0).toString(16)}`);
  expect((await get(`${origin}/?${shuffled}`)).status).toBe(200);
  expect((await get(`${origin}/?${encoded}`)).status).toBe(200);
});

test('a remote file is told as remote and reached by a redirect', async () => {
  const { releaseId, again } = await told();
  const location = 'https://files.example.com/acme.zip';
  await db().artifact.updateMany({ where: { releaseId }, data: { source: 'remote', location } });
  const url = await again();
  expect(new URL(url).searchParams.get('remote_url')).toBe('yes');
  const answer = await get(url);
  expect([answer.status, answer.headers.get('location')]).toEqual([302, location]);
});

test.each<[string, (license: Awaited<ReturnType<typeof told>>) => Promise<unknown>]>([
  ['a refund', ({ resourceId }) => db().apiResource.update({ where: { id: resourceId }, data: { revokedAt: now() } })],
  [
    'a dispute',
    ({ resourceId }) => db().apiResource.update({ where: { id: resourceId }, data: { suspendedAt: now() } }),
  ],
  [
    'the end of the term',
    ({ resourceId }) => db().apiResource.update({ where: { id: resourceId }, data: { expiresAt: now() } }),
  ],
  ['a disabled account', ({ customerId }) => disableCustomer({ customerId, actor: bySystem })],
  [
    'a withdrawn version',
    ({ releaseId }) => db().release.update({ where: { id: releaseId }, data: { yankedAt: now() } }),
  ],
  ['a place given back', ({ call }) => ask('deactivate', call)],
  [
    'a disabled key',
    ({ resourceId }) =>
      db().licenseKey.updateMany({ where: { apiResourceId: resourceId }, data: { disabledAt: now() } }),
  ],
  [
    'a replaced key',
    ({ resourceId }) =>
      db().licenseKey.updateMany({ where: { apiResourceId: resourceId }, data: { replacedAt: now() } }),
  ],
])('%s ends an address that was told before', async (_cause, end) => {
  const license = await told();
  expect((await get(license.url)).status).toBe(200);
  await end(license);
  const refused = await get(license.url);
  expect([refused.status, refused.headers.get('x-robots-tag')]).toEqual([404, 'noindex, nofollow']);
});

test('a key that is switched off takes no other key’s address with it', async () => {
  const { customerId, resourceId, masterKey, call } = await told();
  const byMaster = await packageOf({ ...call, key: masterKey });
  await db().licenseKey.updateMany({ where: { apiResourceId: resourceId }, data: { disabledAt: now() } });
  expect((await get(byMaster)).status).toBe(200);
  await db().licenseKey.updateMany({ where: { customerId, kind: 'master' }, data: { disabledAt: now() } });
  expect((await get(byMaster)).status).toBe(404);
});

test('an address of somebody else’s order or of an earlier shop is a 404 with a page', async () => {
  const [mine, theirs] = [await told(), await told()];
  const mixed = new URL(mine.url);
  mixed.searchParams.set('am_order', new URL(theirs.url).searchParams.get('am_order') ?? '');
  for (const url of [mixed.href, 'http://store.test/?am_download_file=1&am_order=2&hkey=old&hname=x&hexpires=1']) {
    const answer = await get(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  }
});
