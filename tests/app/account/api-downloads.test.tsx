import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DownloadsView } from '@/app/account/api-downloads/downloads-view';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { handleDownload } from '@/lib/downloads/handle-download';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { aDataFolder, aDownload } from '../../downloads/support';
import { useDatabase } from '../../support/database';
import { aResource } from '../../support/factories';

useDatabase({ DATA_DIR: aDataFolder() });

const DAY_MS = 86_400_000;

async function page(customerId: string, { linkDays = 7 }: { linkDays?: number } = {}) {
  const rows = await listDownloads({ customerId, linkDays });
  const html = renderToStaticMarkup(<DownloadsView rows={rows} />);
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
