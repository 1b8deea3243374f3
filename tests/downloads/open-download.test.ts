import { beforeAll, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { disableCustomer } from '@/lib/customers/change-standing';
import { db } from '@/lib/db/client';
import { handleDownload } from '@/lib/downloads/handle-download';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct, aResource, bySystem, first } from '../support/factories';
import { aDataFolder, aDownload } from './support';

useDatabase({ DATA_DIR: aDataFolder() });

const DAY_MS = 86_400_000;
let product: Awaited<ReturnType<typeof aProduct>>;
beforeAll(async () => {
  product = await aProduct();
  const old = new Date(now().getTime() - 10 * DAY_MS);
  await aDownload(product.id, { version: '1.0.0', releasedAt: old });
  await aDownload(product.id, { version: '2.0.0', fileName: 'Schlüssel 2.zip' });
});

const bought = async () => {
  const resource = await aResource({ product });
  const [row] = await listDownloads({ customerId: resource.customerId, linkDays: 7 });
  if (!row) throw new Error('Nothing to download');
  return { resource, row, file: first(row.newest.files) };
};

const get = (href: string, headers: Record<string, string> = {}) =>
  handleDownload(new Request(`http://store.test${href}`, { headers }));

test('a customer sees the newest version first and downloads exactly its bytes', async () => {
  const { row, file } = await bought();
  expect(row.newest.version).toBe('2.0.0');
  expect(row.older.map((release) => release.version)).toEqual(['1.0.0']);
  const answer = await get(file.href);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('content of 2.0.0');
  expect(answer.headers.get('content-length')).toBe(String(file.sizeBytes));
  expect(answer.headers.get('etag')).toBe(`"${file.sha256}"`);
  expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''Schl%C3%BCssel%202.zip");
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('a broken download goes on where it stopped, unless the file is another one by now', async () => {
  const { file } = await bought();
  const rest = await get(file.href, { range: 'bytes=8-', 'if-range': `"${file.sha256}"` });
  expect([rest.status, rest.headers.get('content-range'), await rest.text()]).toEqual([
    206,
    'bytes 8-15/16',
    'of 2.0.0',
  ]);
  expect((await get(file.href, { range: 'bytes=8-', 'if-range': '"another"' })).status).toBe(200);
  expect((await get(file.href, { range: 'bytes=16-' })).headers.get('content-range')).toBe('bytes */16');
  expect((await get(file.href, { 'if-none-match': `"${file.sha256}"` })).status).toBe(304);
});

test('a refunded licence kills links that were given out before', async () => {
  const { resource, file } = await bought();
  await db().apiResource.update({ where: { id: resource.resourceId }, data: { revokedAt: now() } });
  const answer = await get(file.href);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('no longer open');
});

test.each([
  ['suspended', { suspendedAt: new Date() }],
  ['expired', { expiresAt: new Date(Date.now() - 1000) }],
  ['without this version any more', { updatesUntil: new Date(Date.now() - 5 * DAY_MS) }],
])('a licence that is %s opens nothing', async (_state, data) => {
  const { resource, file } = await bought();
  await db().apiResource.update({ where: { id: resource.resourceId }, data });
  expect((await get(file.href)).status).toBe(403);
});

test('a disabled customer downloads nothing and is shown nothing', async () => {
  const { resource, file } = await bought();
  await disableCustomer({ customerId: resource.customerId, actor: bySystem });
  expect((await get(file.href)).status).toBe(403);
  expect(await listDownloads({ customerId: resource.customerId, linkDays: 7 })).toEqual([]);
});

test('updates that ended still offer the versions from before', async () => {
  const { resource } = await bought();
  const updatesUntil = new Date(now().getTime() - 5 * DAY_MS);
  await db().apiResource.update({ where: { id: resource.resourceId }, data: { updatesUntil } });
  const [row] = await listDownloads({ customerId: resource.customerId, linkDays: 7 });
  expect(row?.newest.version).toBe('1.0.0');
});

test.each([1, 7])('a link lives %i days from the moment the page was loaded', async (linkDays) => {
  const { resource } = await bought();
  const at = now();
  const [row] = await listDownloads({ customerId: resource.customerId, linkDays, at });
  expect(row?.linksExpireAt).toEqual(new Date(at.getTime() + linkDays * DAY_MS));
});

test('a stranger’s downloads are not in the list', async () => {
  await bought();
  expect(await listDownloads({ customerId: (await aCustomer()).id, linkDays: 7 })).toEqual([]);
});

test('a garbled link is a polite 404', async () => {
  const answer = await get('/downloads/not-a-link');
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('/account/api-downloads');
});

test('a link opens nothing once its licence belongs to another order', async () => {
  const { resource, file } = await bought();
  const where = { id: resource.resourceId };
  await db().apiResource.update({ where, data: { orderNumber: resource.orderNumber + 500_000 } });
  expect((await get(file.href)).status).toBe(403);
});

test('a withdrawn version says so, and what to do', async () => {
  const { file } = await bought();
  const artifact = await db().artifact.findUniqueOrThrow({ where: { id: file.id } });
  const where = { id: artifact.releaseId };
  await db().release.update({ where, data: { yankedAt: now() } });
  const answer = await get(file.href);
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('This version was withdrawn')]);
  await db().release.update({ where, data: { yankedAt: null } });
  expect((await get(file.href)).status).toBe(200);
});
