import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { answerClientCall, isClientCall } from '@/lib/server/client-lane';
import { answerDownloadRequest } from '@/lib/server/download-lane';
import { aDataFolder, aDownload } from '../../downloads/support';
import { useDatabase } from '../../support/database';
import { importLabStore } from '../../support/lab-store';

type Captured = {
  name: string;
  request: { url: string };
  response: { status: number; headers: Record<string, string> };
};

const { seed, calls }: { seed: { keys: Parameters<typeof importLabStore>[0] }; calls: Captured[] } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'captures/wc-am-3.4.2-responses.json'), 'utf8'),
);

useDatabase({ DATA_DIR: aDataFolder(), PUBLIC_URL: 'http://localhost:8080' });

let server: Server;
let base = '';
let packageUrl = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    if (isClientCall(request)) void answerClientCall(request, response);
    else void answerDownloadRequest(request, response, 'http://localhost:8080');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  base = `http://127.0.0.1:${port}`;
  await importLabStore(seed.keys);
  const product = await db().product.findUniqueOrThrow({ where: { number: 12 } });
  const content = `PK${'x'.repeat(13_137)}`;
  await aDownload(product.id, { version: '1.1.1', fileName: 'lab-demo-1.1.1.zip', content });
  await fetch(base + pathOf('14'));
  const { data } = await (await fetch(base + pathOf('44'))).json();
  packageUrl = data.package.package;
});
afterAll(() => server.close());

test('45 the package address of an update answer gives the zip', async () => {
  const captured = capturedAs('45');
  const response = await fetch(base + packageUrl.replace('http://localhost:8080', ''));
  expect(response.status).toBe(captured.status);
  expect(response.headers.get('content-length')).toBe(captured.headers['content-length']);
  expect(response.headers.get('x-robots-tag')).toContain('noindex');
  // The original says application/zip; here no file has a type that a browser would open. Updaters read only the bytes.
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  // The original ends the line with a semicolon; clients read the name before it.
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="lab-demo-1\.1\.1\.zip"/);
  expect((await response.text()).slice(0, 2)).toBe('PK');
});

test('46 a package address with another hash is a page that says so, with 404', async () => {
  const captured = capturedAs('46');
  const tampered = packageUrl.replace('http://localhost:8080', '').replace(/hkey=\w{4}/, 'hkey=zzzz');
  const response = await fetch(base + tampered);
  expect(response.status).toBe(captured.status);
  expect(response.headers.get('content-type')?.toLowerCase()).toBe(captured.headers['content-type']?.toLowerCase());
  expect(await response.text()).toMatch(/^<!doctype html>/i);
});

function pathOf(number: string): string {
  const { pathname, search } = new URL(find(number).request.url);
  return pathname + search;
}

function capturedAs(number: string): Captured['response'] {
  return find(number).response;
}

function find(number: string): Captured {
  const call = calls.find(({ name }) => name.startsWith(`${number} `));
  if (!call) throw new Error(`No captured call ${number}`);
  return call;
}
