import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { env, setEnv } from '@/lib/env';
import { answerClientCall } from '@/lib/server/client-lane';
import { answerDownloadRequest, isDownload } from '@/lib/server/download-lane';
import { type DemoFacts, seedDemo } from '@/prisma/seed';
import { useDatabase } from '../support/database';

const dataDir = mkdtempSync(path.join(tmpdir(), 'latchkey-client-'));
useDatabase({ DATA_DIR: dataDir });

let server: Server;
let facts: DemoFacts;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (isDownload(request)) return void answerDownloadRequest(request, response, env().publicUrl);
    return void answerClientCall(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  setEnv({ ...env(), publicUrl: `http://127.0.0.1:${port}` });
  facts = await seedDemo();
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  rmSync(dataDir, { recursive: true });
});

/** Runs the client as a child, because that is what a buyer does with the file. */
async function client(...args: string[]): Promise<{ code: number | null; output: string }> {
  const given = ['--url', facts.url, '--product', String(facts.productId), '--instance', 'test-machine', ...args];
  const child = spawn(process.execPath, ['lib/cli/demo-client.mjs', ...given], { stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

test('the whole round activates, finds and verifies the update, and gives the place back', async () => {
  const { code, output } = await client('--key', facts.productOrderApiKey);
  expect(output).toContain('4 out of 5 activations remaining');
  expect(output).toContain('1 of 5 activations in use');
  expect(output).toContain('2.1.0 is available, this is 1.0.0');
  expect(output).toMatch(/SHA-256 [0-9a-f]{64} matches/);
  expect(output).toContain('5 out of 5 activations remaining');
  expect(code).toBe(0);
  expect(await db().activation.count({ where: { instance: 'test-machine' } })).toBe(0);
});

test('the master key does the same, and no key is ever printed whole', async () => {
  const { code, output } = await client('--key', facts.masterApiKey);
  expect(code).toBe(0);
  expect(output).not.toContain(facts.masterApiKey);
});

test('a deleted activation is told politely, with an exit code of its own', async () => {
  expect(await client('--key', facts.productOrderApiKey, '--only', 'activate')).toMatchObject({ code: 0 });
  await db().activation.deleteMany();
  await db().apiResource.updateMany({ data: { activationCount: 0 } });
  const status = await client('--key', facts.productOrderApiKey, '--only', 'status');
  expect(status).toMatchObject({ code: 3 });
  expect(status.output).toContain('This installation is not active');
  expect(await client('--key', facts.productOrderApiKey, '--only', 'update')).toMatchObject({ code: 3 });
});

test('a wrong key is refused in the store’s words', async () => {
  const { code, output } = await client('--key', 'lko_wrong', '--only', 'activate');
  expect(code).toBe(2);
  expect(output).toContain('A customer account does not exist for this API Key.');
});

test('a download that is not what was promised is not kept', async () => {
  await client('--key', facts.productOrderApiKey, '--only', 'activate');
  const wrong = createHash('sha256').update('something else').digest('hex');
  const { code, output } = await client('--key', facts.productOrderApiKey, '--only', 'update', '--sha256', wrong);
  expect(code).toBe(4);
  expect(output).toContain('It was not kept.');
});

test('a store that is away, and missing flags, are plain sentences', async () => {
  const away = await client('--key', 'x', '--url', 'http://127.0.0.1:9');
  expect(away).toMatchObject({ code: 1 });
  expect(away.output).toContain('did not answer');
  expect((await client('--key', 'x', '--only', 'dance')).output).toContain('--only knows activate, status');
});
