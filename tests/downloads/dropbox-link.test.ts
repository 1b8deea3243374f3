import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { flushDownloads } from '@/lib/downloads/flush-downloads';
import { handleDownload } from '@/lib/downloads/handle-download';
import { makeDropboxLink } from '@/lib/downloads/make-dropbox-link';
import { saveStorageSettings } from '@/lib/settings/save-storage-settings';
import { aBucket } from '../support/bucket';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem } from '../support/factories';
import { aDataFolder, aDownload } from './support';

useDatabase({ DATA_DIR: aDataFolder() });

const MINUTE_MS = 60_000;
const CONTENT = 'content of 1.0.0';
let bucket: Awaited<ReturnType<typeof aBucket>>;
beforeAll(async () => {
  bucket = await aBucket(CONTENT);
  await saveStorageSettings(bucket.settings, bySystem);
});
afterAll(() => bucket.vanish());
afterEach(() => setClockOffsetMs(0));

async function handed() {
  const { customerId, resourceId: apiResourceId, product } = await aResource();
  const { releaseId, sha256 } = await aDownload(product.id, { content: CONTENT });
  const { id: artifactId } = await db().artifact.findFirstOrThrow({ where: { releaseId } });
  const made = await makeDropboxLink({ customerId, apiResourceId, artifactId });
  if (!made.ok) throw new Error(made.reason);
  return { customerId, apiResourceId, artifactId, sha256, path: made.path };
}

const get = (path: string, method = 'GET') => handleDownload(new Request(`http://store.test${path}`, { method }));

test.each(['local', 's3'] as const)(
  '0.16 Dropbox is given the bytes of a %s file without a redirect',
  async (source) => {
    const { path, artifactId, sha256 } = await handed();
    const location = `${sha256.slice(0, 2)}/${sha256}`;
    await db().artifact.update({ where: { id: artifactId }, data: { source, location } });
    for (const method of ['HEAD', 'GET', 'GET']) {
      const answer = await get(path, method);
      expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '16']);
      expect(await answer.text()).toBe(method === 'HEAD' ? '' : CONTENT);
    }
  },
);

test('the link outlives the quarter of an hour that Dropbox takes, and an hour ends it', async () => {
  const { path } = await handed();
  setClockOffsetMs(59 * MINUTE_MS);
  expect((await get(path)).status).toBe(200);
  setClockOffsetMs(60 * MINUTE_MS);
  expect((await get(path)).status).toBe(410);
});

test('a refund ends it, and every fetch is recorded as Dropbox’s', async () => {
  const { path, apiResourceId } = await handed();
  expect((await get(path)).status).toBe(200);
  await db().apiResource.update({ where: { id: apiResourceId }, data: { revokedAt: now() } });
  expect((await get(path)).status).toBe(403);
  await flushDownloads();
  const lines = await db().downloadEntry.findMany({ where: { apiResourceId }, orderBy: { id: 'asc' } });
  expect(lines.map(({ way, outcome }) => [way, outcome])).toEqual([
    ['dropbox', 'served'],
    ['dropbox', 'license_revoked'],
  ]);
});

test('none is made for somebody else’s licence, nor for a file that the licence does not cover', async () => {
  const [mine, theirs] = [await handed(), await handed()];
  const { id: customerId } = await aCustomer();
  const { apiResourceId, artifactId } = mine;
  const refused = { ok: false, reason: 'not_entitled' };
  expect(await makeDropboxLink({ customerId, apiResourceId, artifactId })).toEqual(refused);
  expect(await makeDropboxLink({ ...mine, artifactId: theirs.artifactId })).toEqual(refused);
});
