import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { env } from '@/lib/env';
import { newKeyring } from '@/lib/secrets/keyring';
import { log } from '@/lib/server/log';
import { openPages, type Pages } from '@/lib/server/open-pages';
import { waysOutMemory } from '@/lib/ways-out';
import { setTestEnv } from '../support/database';

let root = '';
let pages: Pages | undefined;
let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  await pages?.stop();
  pages = undefined;
  rmSync(root, { recursive: true, force: true });
});

/** The pages of a store whose thread runs `code`; it stands where the bundle of the real one does. */
async function pagesOf(code: string): Promise<Pages> {
  setTestEnv({});
  vi.spyOn(log(), 'error').mockImplementation(() => {});
  root = mkdtempSync(path.join(os.tmpdir(), 'latchkey-test-'));
  mkdirSync(path.join(root, '.build'));
  writeFileSync(path.join(root, '.build/pages-worker.mjs'), code);
  const payments = { secretKey: 'sk_test_x', webhookSecret: 'whsec_x' };
  return openPages({ root, env: env(), keyring: newKeyring(), payments, waysOut: waysOutMemory() });
}

async function portOf(opened: Pages): Promise<number> {
  const outer = createServer((request, response) => {
    opened.answer(request, response).catch(() => response.writeHead(500).end());
  });
  server = outer;
  await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  return (outer.address() as AddressInfo).port;
}

const SERVING = `
  import { createServer } from 'node:http';
  import { parentPort, threadId, workerData } from 'node:worker_threads';
  const server = createServer((request, response) => {
    if (request.url === '/crash') process.exit(7);
    response.end(String(threadId));
  });
  server.listen(workerData.socket, () => parentPort.postMessage('ready'));
  parentPort.once('message', () => process.exit(0));`;

test('pages that die are started again; until then they ask to come back', async () => {
  pages = await pagesOf(SERVING);
  const url = `http://127.0.0.1:${await portOf(pages)}`;
  const before = await (await fetch(url)).text();
  let response = await fetch(`${url}/crash`);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  await vi.waitFor(
    async () => {
      response = await fetch(url);
      expect(response.status).toBe(200);
    },
    { timeout: 10_000, interval: 50 },
  );
  expect(await response.text()).not.toBe(before);
});

test('pages that cannot start are told at once', async () => {
  await expect(pagesOf('throw new Error("no pages here")')).rejects.toThrow('no pages here');
});
