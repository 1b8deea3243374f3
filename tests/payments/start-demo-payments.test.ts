import { type FileHandle, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type DemoPayments, startDemoPayments } from '@/lib/payments/demo/start-demo-payments';
import { openState } from '@/lib/payments/demo/state';
import { verifyPaymentEvent } from '@/lib/payments/read-payment-event';
import { setStripeConnection } from '@/lib/payments/stripe-client';
import { aSession, PUBLIC_URL } from './support';

let folder: string;
let webhookUrl: string;
let heard: (type: string) => void = () => {};
const store = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const verified = verifyPaymentEvent(String(Buffer.concat(chunks)), String(request.headers['stripe-signature']));
  response.writeHead(verified.ok ? 200 : 400).end();
  if (verified.ok) heard(verified.event.type);
});

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demo-payments-'));
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an AddressInfo.
  webhookUrl = `http://127.0.0.1:${(store.address() as AddressInfo).port}/api/stripe/webhook`;
});
afterAll(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

const start = (secret = Buffer.alloc(32, 7)): Promise<DemoPayments> =>
  startDemoPayments({ file: path.join(folder, 'demo-payments.json'), publicUrl: PUBLIC_URL, webhookUrl, secret });

test('a demo store pays over the network from page to webhook, and goes on after a restart', async () => {
  const first = await start();
  setStripeConnection(first.connection);
  expect(first.connection.endpoint?.host).toBe('127.0.0.1');
  const { payUrl, sessionId } = await aSession();
  const completed = new Promise<void>((resolve) => {
    heard = (type) => type === 'checkout.session.completed' && resolve();
  });
  const body = new URLSearchParams({ action: 'pay' });
  const answer = await first.handleHostedPage(new Request(payUrl, { method: 'POST', body }));
  expect(answer.status).toBe(303);
  await completed;
  await first.stop();

  const second = await start();
  setStripeConnection(second.connection);
  expect(second.connection.secretKey).toBe(first.connection.secretKey);
  expect(await second.double.act(sessionId, 'pay')).toEqual({ ok: false, reason: 'not_open' });
  await second.stop();
});

test('two stores do not share a key, and neither key could be a real one', async () => {
  const [one, two] = [await start(), await start(Buffer.alloc(32, 8))];
  expect(one.connection.secretKey).not.toBe(two.connection.secretKey);
  expect(one.connection.webhookSecret).not.toBe(two.connection.webhookSecret);
  expect(one.connection.secretKey).toMatch(/^sk_test_/);
  await Promise.all([one.stop(), two.stop()]);
});

test('the memory is readable by its owner only and holds no key', async () => {
  const demo = await start();
  setStripeConnection(demo.connection);
  await aSession();
  await demo.stop();
  const file = path.join(folder, 'demo-payments.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain(demo.connection.secretKey);
  expect(text).not.toContain(demo.connection.webhookSecret);
});

test('what replaces the memory is on the disk before it takes its name, and so is the name afterwards', async () => {
  const file = path.join(folder, 'flushed.json');
  const { facts, save } = await openState(file);
  await save();
  const before = await stat(file);
  const handle = await open(file);
  const handles: FileHandle = Object.getPrototypeOf(handle);
  await handle.close();
  const flushed: string[] = [];
  const sync = handles.sync;
  const spy = vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    const [one, named] = [await this.stat(), await stat(file)];
    const isOld = named.ino === before.ino;
    flushed.push(`${one.isDirectory() ? 'folder' : `${one.size} bytes`}, ${isOld ? 'old' : 'new'} memory has the name`);
    return sync.call(this);
  });
  facts.trialNotices.sub_1 = true;
  await save();
  spy.mockRestore();
  const { size } = await stat(file);
  expect(size).toBeGreaterThan(before.size);
  expect(flushed).toEqual([`${size} bytes, old memory has the name`, 'folder, new memory has the name']);
});
