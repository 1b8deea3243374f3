import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { answerDownloadRequest, isDownload } from '@/lib/server/download-lane';
import { aDataFolder, aDownload } from '../downloads/support';
import { useDatabase } from '../support/database';
import { aResource, first } from '../support/factories';

useDatabase({ DATA_DIR: aDataFolder() });

let server: Server;
let base = '';
let href = '';
const content = 'x'.repeat(300_000);

beforeAll(async () => {
  server = createServer((request, response) => {
    if (isDownload(request)) void answerDownloadRequest(request, response, 'http://store.test');
    else response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  base = `http://127.0.0.1:${port}`;
  const resource = await aResource();
  await aDownload(resource.product.id, { content });
  href = first(first(await listDownloads({ customerId: resource.customerId, linkDays: 1 })).newest.files).href;
});
afterAll(() => server.close());

test('a download says how long it is, whole, in part and when only its head is asked for', async () => {
  const whole = await fetch(base + href);
  expect([whole.status, whole.headers.get('content-length')]).toEqual([200, '300000']);
  expect(await whole.text()).toBe(content);
  const part = await fetch(base + href, { headers: { range: 'bytes=10-19' } });
  expect([part.status, part.headers.get('content-length'), await part.text()]).toEqual([206, '10', 'x'.repeat(10)]);
  const head = await fetch(base + href, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '300000', '']);
});

test('what others add to the query, or encode differently, changes nothing', async () => {
  expect((await fetch(`${base}${href}?utm_source=mail&x=1`)).status).toBe(200);
  const encoded = `${href.slice(0, -1)}%${href.slice(-1).charCodeAt(0).toString(16)}`;
  expect((await fetch(base + encoded)).status).toBe(200);
});

test('a refused link is a page of its own, with a policy that lets nothing else in', async () => {
  const refused = await fetch(`${base}/downloads/nonsense`);
  expect(refused.status).toBe(404);
  expect(refused.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(await refused.text()).toContain('API Downloads');
});

test.each(['/', '/downloads', '/downloads/a/b', '/downloads/package', '/account?am_download_file=1', '//'])(
  '%s is not a download',
  async (path) => {
    expect((await fetch(base + path)).status).toBe(418);
  },
);

test('a client that goes away in the middle does no harm', async () => {
  const leaving = new AbortController();
  const answer = await fetch(base + href, { signal: leaving.signal });
  leaving.abort();
  await expect(answer.text()).rejects.toThrow();
  expect((await fetch(base + href)).status).toBe(200);
});
