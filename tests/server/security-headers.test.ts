import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { readEnv, setEnv } from '@/lib/env';
import { answerRequests } from '@/lib/server/answer-requests';
import { useDatabase } from '../support/database';

useDatabase();

let server: Server | undefined;

afterEach(() => {
  server?.close();
});

test('every answer carries the security headers, also health and the client lane', async () => {
  const port = await serve({});
  for (const path of ['/', '/api/health/live', '/api/health/ready', '/?wc-api=wc-am-api', '/demo-payments/x']) {
    const { headers } = await get(port, path);
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['referrer-policy'], path).toBeDefined();
    expect(headers['permissions-policy'], path).toContain('camera=()');
    expect(headers['strict-transport-security'], path).toBeUndefined();
  }
});

test('a page gets a fresh nonce, the same on the request that Next reads and on the answer', async () => {
  const port = await serve({});
  const [one, two] = [await get(port, '/'), await get(port, '/')];
  expect(one.body).toBe(one.headers['content-security-policy']);
  expect(one.body).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'/);
  expect(two.body).not.toBe(one.body);
});

test('a nonce that the caller sends is not taken', async () => {
  const port = await serve({});
  const { body } = await get(port, '/', { 'content-security-policy': "script-src 'nonce-mine'" });
  expect(body).not.toContain('mine');
});

test('HSTS is sent by a store on an HTTPS address only', async () => {
  const port = await serve({ PUBLIC_URL: 'https://store.example.com', ...production });
  expect((await get(port, '/')).headers['strict-transport-security']).toBe('max-age=31536000');
});

test('another Host, forwarded headers and Next’s own marks do not reach the pages', async () => {
  const port = await serve({ PUBLIC_URL: 'https://store.example.com', ...production });
  const seen = await headersSeen(port, {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    'x-forwarded-for': '203.0.113.9',
    'x-middleware-subrequest': 'middleware',
  });
  expect(seen).toMatchObject({
    host: 'store.example.com',
    'x-forwarded-host': 'store.example.com',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '127.0.0.1',
  });
  expect(seen['x-middleware-subrequest']).toBeUndefined();
});

test('a store on a loopback address may be opened under each loopback name, and under no other', async () => {
  const port = await serve({});
  expect((await headersSeen(port, { host: '127.0.0.1:8080' })).host).toBe('127.0.0.1:8080');
  expect((await headersSeen(port, { host: 'localhost:9999' })).host).toBe('localhost:8080');
  expect((await headersSeen(port, { host: '[::1' })).host).toBe('localhost:8080');
  expect((await headersSeen(port, { host: 'rebound.example:8080' })).host).toBe('localhost:8080');
});

test('a fault in a page is one plain answer, and the process goes on', async () => {
  const port = await serve({});
  const failed = await get(port, '/fault');
  expect(failed.status).toBe(500);
  expect(failed.body).toContain('could not answer');
  expect((await get(port, '/api/health/live')).status).toBe(200);
});

test('readiness is 503 while a needed migration is missing', async () => {
  const port = await serve({});
  expect((await get(port, '/api/health/ready')).status).toBe(200);
  const holder = globalThis as typeof globalThis & { latchkeyMigrations?: string[] };
  holder.latchkeyMigrations = ['29990101000000_not_yet'];
  expect((await get(port, '/api/health/ready')).status).toBe(503);
  expect(await get(port, '/setup?token=x')).toMatchObject({ status: 503, headers: { 'retry-after': '10' } });
  delete holder.latchkeyMigrations;
});

test('a form larger than any of ours is refused by its declared length, before a page reads it', async () => {
  const port = await serve({});
  const refused = await get(port, '/seen', { 'content-length': String(3 * 1024 * 1024) });
  expect(refused).toMatchObject({ status: 413, headers: { connection: 'close', 'x-content-type-options': 'nosniff' } });
});

const production = {
  DEMO_PAYMENTS_ON_PUBLIC_URL: '1',
  KEYRING_FILE: '/nowhere/keyring.json',
  LOG_LEVEL: 'error',
};

async function serve(variables: Record<string, string>): Promise<number> {
  const database = process.env.TEST_ADMIN_URL ?? '';
  const known = readEnv({ DATABASE_URL: currentDatabase() ?? database, ...variables });
  if (!known.ok) throw new Error(JSON.stringify(known.problems));
  setEnv(known.env);
  const listener = answerRequests({
    env: known.env,
    isDev: false,
    demoPayments: async () => new Response('a page of demo payments'),
    pages: async (incoming, outgoing) => {
      if (incoming.url === '/fault') throw new Error('A page broke');
      const said =
        incoming.url === '/seen' ? JSON.stringify(incoming.headers) : incoming.headers['content-security-policy'];
      outgoing.end(said);
    },
  });
  const opened = createServer(listener);
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  return (opened.address() as AddressInfo).port; // a TCP server's address
}

function currentDatabase(): string | undefined {
  return (globalThis as typeof globalThis & { latchkeyEnv?: { databaseUrl?: string } }).latchkeyEnv?.databaseUrl;
}

type Answer = { status: number | undefined; headers: IncomingMessage['headers']; body: string };

function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      resolve({ status: incoming.statusCode, headers: incoming.headers, body: Buffer.concat(chunks).toString() });
    })
      .on('error', reject)
      .end();
  });
}

async function headersSeen(port: number, headers: Record<string, string>): Promise<Record<string, string>> {
  return JSON.parse((await get(port, '/seen', headers)).body) as Record<string, string>; // written by the listener above
}
