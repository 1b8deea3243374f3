import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { flushDownloads } from '@/lib/downloads/flush-downloads';
import { answerDownloadCall } from '@/lib/downloads/handle-download';
import { listDownloadEntries } from '@/lib/downloads/list-download-entries';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { useDatabase } from '../support/database';
import { aResource, first } from '../support/factories';
import { aDataFolder, aDownload } from './support';

useDatabase({ DATA_DIR: aDataFolder() });

let resource: Awaited<ReturnType<typeof aResource>>;
let artifactId = '';

async function ask(path: string, address: string) {
  const call = { method: 'GET', url: new URL(path, 'http://store.test'), header: () => null, address };
  const { body } = await answerDownloadCall(call);
  if (typeof body === 'object') body.done();
}

beforeAll(async () => {
  resource = await aResource();
  await aDownload(resource.product.id, { version: '3.1.0', fileName: 'acme.zip' });
  const row = first(await listDownloads({ customerId: resource.customerId, linkDays: 7 }));
  const file = first(row.newest.files);
  artifactId = file.id;
  for (let host = 0; host < 60; host++) await ask(file.href, `192.0.2.${host}`);
  await ask('/downloads/garbled', '192.0.2.99');
  await flushDownloads();
});

test('an admin reads who fetched which version of what, by which link and from where', async () => {
  const { rows } = await listDownloadEntries({ outcome: 'served' }, {});
  const { email } = await db().customer.findUniqueOrThrow({ where: { id: resource.customerId } });
  expect(first(rows)).toMatchObject({
    way: 'link',
    outcome: 'served',
    customerEmail: email,
    licenceNumber: resource.resourceNumber,
    productTitle: resource.product.title,
    version: '3.1.0',
    fileName: 'acme.zip',
    address: expect.stringMatching(/^192\.0\.2\./),
  });
});

test('pages follow one another without a gap or a repeat, and are counted', async () => {
  const newest = await listDownloadEntries({}, {});
  const older = await listDownloadEntries({}, { after: newest.next });
  expect([newest.rows.length, older.rows.length, newest.count]).toEqual([50, 11, 61]);
  expect(new Set([...newest.rows, ...older.rows].map((row) => row.id)).size).toBe(61);
  expect(older.next).toBeUndefined();
});

test.each([
  [() => ({ customerId: resource.customerId }), 60],
  [() => ({ apiResourceId: resource.resourceId, way: 'link' as const }), 60],
  [() => ({ artifactId, outcome: 'refused' as const }), 0],
  [() => ({ outcome: 'refused' as const }), 1],
  [() => ({ way: 'package' as const }), 0],
  [() => ({ customerId: "'; DROP TABLE download_entry" }), 0],
])('%s finds %i', async (filter, count) => {
  expect((await listDownloadEntries(filter(), {})).count).toBe(count);
});
