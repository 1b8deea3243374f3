import type { ServerResponse } from 'node:http';
import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { handleDownload } from '@/lib/downloads/handle-download';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { saveStorageSettings } from '@/lib/settings/save-storage-settings';
import { aBucket } from '../support/bucket';
import { routeDoor } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aResource, bySystem, first } from '../support/factories';
import { aStubServer } from '../support/stub-server';
import { aDataFolder, aDownload } from './support';

useDatabase({ DATA_DIR: aDataFolder() });

let bought: Awaited<ReturnType<typeof aResource>>;
let href = '';

beforeAll(async () => {
  bought = await aResource();
  const { releaseId, sha256 } = await aDownload(bought.product.id);
  const location = `${sha256.slice(0, 2)}/${sha256}`;
  await db().artifact.updateMany({ where: { releaseId }, data: { source: 's3', location } });
  href = first(first(await listDownloads({ customerId: bought.customerId, linkDays: 1 })).newest.files).href;
});

const error = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No</Message></Error>`;

async function clientCall(action: string) {
  const query = new URLSearchParams({
    'wc-api': 'wc-am-api',
    wc_am_action: action,
    api_key: bought.key,
    product_id: String(bought.planNumber),
    instance: 'site',
    plugin_name: 'acme/acme.php',
    version: '0.9.0',
  });
  return (await routeDoor(`/?${query}`)).json();
}

test.each([
  ['fails', 503, 'SlowDown'],
  ['refuses the key', 403, 'AccessDenied'],
  ['is in another region', 301, 'PermanentRedirect'],
  ['finds the clocks too far apart', 403, 'RequestTimeTooSkewed'],
  ['is not there', 404, 'NoSuchBucket'],
])('a bucket that %s is told on the page of the download; client software is served', async (_, status, code) => {
  const says = (_request: unknown, response: ServerResponse) => void response.writeHead(status).end(error(code));
  const { url: endpoint } = await aStubServer(says);
  const { settings, vanish } = await aBucket('');
  await vanish();
  await saveStorageSettings({ ...settings, endpoint }, bySystem);

  const page = await handleDownload(new Request(`http://store.test${href}`));
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await page.text()).toContain('The file cannot be fetched right now');
  expect(await clientCall('activate')).toMatchObject({ success: true });
  expect(await clientCall('update')).toMatchObject({ success: true });
});
