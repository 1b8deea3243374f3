import { afterEach, beforeEach, expect, test } from 'vitest';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { dropOldDownloads } from '@/lib/downloads/drop-old-downloads';
import { flushDownloads } from '@/lib/downloads/flush-downloads';
import { answerDownloadCall } from '@/lib/downloads/handle-download';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { useDatabase } from '../support/database';
import { aResource, first } from '../support/factories';
import { aDataFolder, aDownload } from './support';

useDatabase({ DATA_DIR: aDataFolder() });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

async function bought() {
  const resource = await aResource();
  await aDownload(resource.product.id);
  const [row] = await listDownloads({ customerId: resource.customerId, linkDays: 7 });
  if (!row) throw new Error('Nothing to download');
  return { ...resource, file: first(row.newest.files) };
}

async function ask(href: string, how: { headers?: Record<string, string>; method?: string; address?: string } = {}) {
  const { headers = {}, method = 'GET', address = '192.0.2.1' } = how;
  const header = (name: string) => headers[name] ?? null;
  const answer = await answerDownloadCall({ method, url: new URL(href, 'http://store.test'), header, address });
  if (typeof answer.body === 'object') answer.body.done();
  return answer.status;
}

const lines = async () => {
  await flushDownloads();
  return db().downloadEntry.findMany({ orderBy: { id: 'asc' } });
};

beforeEach(async () => {
  await lines();
  await db().downloadEntry.deleteMany();
});
afterEach(() => setClockOffsetMs(0));

test('a download is recorded with who, what, how and from where', async () => {
  const { file, customerId, resourceId } = await bought();
  expect(await ask(file.href, { headers: { 'user-agent': 'Firefox' } })).toBe(200);
  const at = now();
  expect(await lines()).toMatchObject([
    {
      way: 'link',
      outcome: 'served',
      customerId,
      apiResourceId: resourceId,
      artifactId: file.id,
      address: '192.0.2.1',
      userAgent: 'Firefox',
      isPartial: false,
      requests: 1,
    },
  ]);
  expect(at.getTime() - (first(await lines()).at.getTime() ?? 0)).toBeLessThan(5_000);
});

test('fifty starts at once, aborted and ranged ones among them, are one download', async () => {
  const { file } = await bought();
  const asked = await Promise.all(
    Array.from({ length: 50 }, (_, i) => ask(file.href, i % 2 ? { headers: { range: `bytes=${i % 10}-` } } : {})),
  );
  expect(new Set(asked)).toEqual(new Set([200, 206]));
  expect(await lines()).toMatchObject([{ requests: 50, isPartial: true, outcome: 'served' }]);
});

test('two processes that write the same download at once make one line', async () => {
  const { file } = await bought();
  for (let round = 0; round < 10; round++) {
    await ask(file.href);
    const flushed = flushDownloads();
    await ask(file.href);
    await Promise.all([flushed, flushDownloads()]);
  }
  expect(await lines()).toMatchObject([{ requests: 20 }]);
});

test('a continuation joins its download for an hour after the newest request; later it is another download', async () => {
  const { file } = await bought();
  for (const minutes of [0, 50, 100, 161]) {
    setClockOffsetMs(minutes * MINUTE_MS);
    await ask(file.href, { headers: { range: 'bytes=2-' } });
    await flushDownloads();
  }
  expect((await lines()).map((line) => line.requests)).toEqual([3, 1]);
});

test('the same link used at another address is another download', async () => {
  const { file } = await bought();
  await ask(file.href);
  await ask(file.href, { address: '198.51.100.7' });
  expect((await lines()).map((line) => line.address)).toEqual(['192.0.2.1', '198.51.100.7']);
});

test('a head, a confirmation that nothing changed and a range beyond the end are no downloads', async () => {
  const { file } = await bought();
  expect(await ask(file.href, { method: 'HEAD' })).toBe(200);
  expect(await ask(file.href, { headers: { 'if-none-match': `"${file.sha256}"` } })).toBe(304);
  expect(await ask(file.href, { headers: { range: 'bytes=900-' } })).toBe(416);
  expect(await lines()).toEqual([]);
});

test('a refusal is recorded with its reason, apart from what was served', async () => {
  const { file, resourceId } = await bought();
  await ask(file.href);
  await db().apiResource.update({ where: { id: resourceId }, data: { revokedAt: now() } });
  await ask(file.href);
  await ask('/downloads/garbled', { headers: { 'user-agent': 'a\u0000b' } });
  expect((await lines()).map((line) => [line.outcome, line.customerId !== null])).toEqual([
    ['served', true],
    ['license_revoked', true],
    ['link_invalid', false],
  ]);
});

test('lines older than the store keeps them are deleted, newer ones stay', async () => {
  const { file } = await bought();
  await ask(file.href);
  await flushDownloads();
  setClockOffsetMs(48 * HOUR_MS);
  await ask(file.href);
  await flushDownloads();
  expect(await dropOldDownloads(new Date(now().getTime() - 24 * HOUR_MS))).toBe(1);
  expect(await lines()).toHaveLength(1);
});
