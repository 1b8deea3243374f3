import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DownloadsView } from '@/app/account/api-downloads/downloads-view';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { flushDownloads } from '@/lib/downloads/flush-downloads';
import { handleDownload } from '@/lib/downloads/handle-download';
import { listClosedDownloads } from '@/lib/downloads/list-closed-downloads';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { saveStorageSettings } from '@/lib/settings/save-storage-settings';
import { aDataFolder, aDownload } from '../../downloads/support';
import { aBucket } from '../../support/bucket';
import { useDatabase } from '../../support/database';
import { aResource, bySystem } from '../../support/factories';

useDatabase({ DATA_DIR: aDataFolder() });

const DAY_MS = 86_400_000;

async function page(customerId: string, { linkDays = 7 }: { linkDays?: number } = {}) {
  const rows = await listDownloads({ customerId, linkDays });
  const closed = await listClosedDownloads({ customerId, open: rows });
  const html = renderToStaticMarkup(<DownloadsView rows={rows} closed={closed} />);
  return { rows, html, words: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

async function bought(product: { changelogUrl?: string; documentationUrl?: string } = {}) {
  const resource = await aResource();
  await db().product.update({ where: { id: resource.product.id }, data: product });
  const old = new Date(now().getTime() - 90 * DAY_MS);
  await aDownload(resource.product.id, { version: '1.0.0', releasedAt: old });
  const newest = await aDownload(resource.product.id, { version: '1.1.0' });
  return { ...resource, newest };
}

test('0.12 the table has Product Title with ID, Version, Release Date, Documentation and Download', async () => {
  const { customerId, planNumber, product, newest } = await bought();
  const { html, words } = await page(customerId);
  const headers = [...html.matchAll(/<th[^>]*scope="col"[^>]*>([^<]*)/g)].map((found) => found[1]);
  expect(headers).toEqual(['Product Title', 'Version', 'Release Date', 'Documentation', 'Download']);
  expect(words).toContain(`${product.title} ID ${planNumber}`);
  expect(words).toContain('1.1.0');
  expect(words).toContain(newest.sha256);
  expect(words).toContain('16 bytes');
  expect(words).toMatch(/Older versions.*1\.0\.0/);
});

test('0.13 Changelog and Documentation are links, each only if the product has one', async () => {
  const both = await bought({
    changelogUrl: 'https://docs.test/changes',
    documentationUrl: 'https://docs.test/manual',
  });
  const { html } = await page(both.customerId);
  expect(html).toMatch(/href="https:\/\/docs\.test\/changes"[^>]*>Changelog</);
  expect(html).toMatch(/href="https:\/\/docs\.test\/manual"[^>]*>Documentation</);
  const one = await bought({ documentationUrl: 'https://docs.test/manual' });
  expect((await page(one.customerId)).html).not.toContain('>Changelog<');
  const none = await bought();
  expect((await page(none.customerId)).words).toContain('None');
});

test('0.14 a file may lie here or at a remote address; both are reached by the same kind of link', async () => {
  const { customerId, newest } = await bought();
  const remote = { source: 'remote' as const, location: 'https://files.test/acme.zip' };
  const before = await page(customerId);
  const href = before.rows[0]?.newest.files[0]?.href ?? '';
  expect((await handleDownload(new Request(`http://store.test${href}`))).status).toBe(200);
  await db().artifact.updateMany({ where: { releaseId: newest.releaseId }, data: remote });
  const answer = await handleDownload(new Request(`http://store.test${href}`));
  expect([answer.status, answer.headers.get('location')]).toEqual([302, remote.location]);
});

test('0.14 a file may lie in S3: the same link leads to an address of the bucket that lives five minutes', async () => {
  const { customerId, newest } = await bought();
  const href = (await page(customerId)).rows[0]?.newest.files[0]?.href ?? '';
  const location = `${newest.sha256.slice(0, 2)}/${newest.sha256}`;
  await db().artifact.updateMany({ where: { releaseId: newest.releaseId }, data: { source: 's3', location } });
  const click = (method = 'GET') => handleDownload(new Request(`http://store.test${href}`, { method }));
  expect((await click()).status).toBe(404);
  const bucket = await aBucket('content of 1.1.0');
  const saved = await saveStorageSettings(bucket.settings, bySystem);
  expect(saved).toMatchObject({ ok: true });
  const answer = await click();
  const to = new URL(answer.headers.get('location') ?? '');
  expect([answer.status, to.origin, to.pathname]).toEqual([302, bucket.settings.endpoint, `/releases/${location}`]);
  expect(Number(to.searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(300);
  expect(to.searchParams.get('response-content-disposition')).toBe('attachment; filename="acme-1.1.0.zip"');
  const head = await click('HEAD');
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '16']);
  await bucket.vanish();
  const explained = await click();
  expect([explained.status, explained.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await explained.text()).toContain('does not answer');
});

test.each([1, 3, 7])('0.15 the link is signed and dies %i days after the page was loaded', async (linkDays) => {
  const { customerId } = await bought();
  const { rows, words } = await page(customerId, { linkDays });
  const click = async () => (await handleDownload(new Request(`http://store.test${href}`))).status;
  const href = rows[0]?.newest.files[0]?.href;
  expect(words).toContain('Links valid until');
  try {
    setClockOffsetMs(linkDays * DAY_MS - 60_000);
    expect(await click()).toBe(200);
    setClockOffsetMs(linkDays * DAY_MS + 1000);
    expect(await click()).toBe(410);
  } finally {
    setClockOffsetMs(0);
  }
});

test('a customer without a live licence is told what would be here', async () => {
  const { customerId, resourceId } = await bought();
  await db().apiResource.update({ where: { id: resourceId }, data: { revokedAt: now() } });
  expect((await page(customerId)).words).toContain('Nothing to download');
});

test('a customer is told which licences are missing from the list, and why', async () => {
  const ended = await bought();
  const { customerId } = ended;
  const expiresAt = new Date('2026-11-02T10:00:00Z');
  await db().apiResource.update({ where: { id: ended.resourceId }, data: { expiresAt } });
  const onHold = await aResource({ customerId });
  await db().apiResource.update({ where: { id: onHold.resourceId }, data: { suspendedAt: now() } });
  const refunded = await aResource({ customerId });
  await db().apiResource.update({ where: { id: refunded.resourceId }, data: { revokedAt: now() } });
  await aResource({ customerId });
  const { rows, words } = await page(customerId);
  expect(rows).toEqual([]);
  expect(words).toContain('3 licences are not in this list');
  expect(words).toMatch(/ended on .*Nov.* A renewed licence opens its downloads again\. See your renewals/);
  expect(words).toContain('on hold. Its downloads open again as soon as that is settled.');
  expect(words).toContain('no version has been released for it yet');
});

test('an ended licence beside a live one to the same product misses nothing', async () => {
  const live = await bought();
  const old = await aResource({ customerId: live.customerId, product: live.product });
  await db().apiResource.update({ where: { id: old.resourceId }, data: { expiresAt: new Date(0) } });
  const { rows, words } = await page(live.customerId);
  expect(rows).toHaveLength(1);
  expect(words).not.toContain('not in this list');
});

test('a customer sees when they last downloaded a file, and nobody else’s downloads', async () => {
  const { customerId, product } = await bought();
  const other = await aResource({ product });
  const { rows, words } = await page(customerId);
  expect(words).not.toContain('Last downloaded');
  await handleDownload(new Request(`http://store.test${rows[0]?.newest.files[0]?.href}`));
  await flushDownloads();
  expect((await page(customerId)).words).toMatch(/acme-1\.1\.0\.zip 16 bytes Last downloaded/);
  expect((await page(other.customerId)).words).not.toContain('Last downloaded');
});

test('beta versions are asked for where there is one, and marked', async () => {
  const { customerId, product, resourceId } = await bought();
  expect((await page(customerId)).words).not.toContain('beta');
  const beta = await aDownload(product.id, { version: '2.0.0-beta.1' });
  await db().release.update({ where: { id: beta.releaseId }, data: { channel: 'beta' } });
  const before = await page(customerId);
  expect(before.words).toContain('Also show beta versions');
  expect(before.words).not.toContain('2.0.0-beta.1');
  await db().apiResource.update({ where: { id: resourceId }, data: { wantsBeta: true } });
  const after = (await page(customerId)).words;
  expect(after).toContain('2.0.0-beta.1 Beta');
  expect(after).toContain('Only show finished versions');
});
