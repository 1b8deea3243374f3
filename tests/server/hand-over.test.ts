import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as ask, createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { closeDb } from '@/lib/db/client';
import { answerWithoutDatabase } from '@/lib/server/answer-without-database';
import { type AnswerInstead, handOverTo } from '@/lib/server/hand-over';
import { LARGEST_FORM } from '@/lib/server/largest-form';
import { setTestEnv } from '../support/database';

const folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-test-'));
const open: { close: () => void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An outer server on a port that hands everything over to `inside` behind a socket. */
async function handedOver(inside: RequestListener, instead?: AnswerInstead): Promise<string> {
  const socket = path.join(mkdtempSync(path.join(os.tmpdir(), 'latchkey-test-')), 'inner');
  await listening(createServer(inside), socket);
  return outerFor(socket, instead);
}

async function outerFor(socket: string, instead?: AnswerInstead): Promise<string> {
  const inner = handOverTo(socket, instead);
  open.push({ close: inner.stop });
  const outer = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', "default-src 'none'");
    inner.answer(request, response).catch(() => response.writeHead(500).end('not answered'));
  });
  await listening(outer, 0);
  // A server that listens on a port has an address with one.
  return `http://127.0.0.1:${(outer.address() as AddressInfo).port}`;
}

async function listening(server: Server, where: string | number): Promise<void> {
  open.push({
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
  await new Promise<void>((resolve) => {
    if (typeof where === 'string') server.listen(where, resolve);
    else server.listen(where, '127.0.0.1', resolve);
  });
}

test('method, path, headers and body arrive inside, and the whole answer comes back', async () => {
  const url = await handedOver(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const seen = { method: request.method, url: request.url, mark: request.headers['x-mark'] };
    response.setHeader('set-cookie', ['a=1', 'b=2']);
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...seen, body: Buffer.concat(chunks).toString() }));
  });
  const response = await fetch(`${url}/account?tab=1`, {
    method: 'POST',
    body: 'ü'.repeat(100_000),
    headers: { 'x-mark': 'm' },
  });
  expect(response.status).toBe(201);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await response.json()).toEqual({
    method: 'POST',
    url: '/account?tab=1',
    mark: 'm',
    body: 'ü'.repeat(100_000),
  });
});

test('headers set outside stay, and those of the answer win', async () => {
  const url = await handedOver((_request, response) => {
    response.setHeader('content-security-policy', "default-src 'self'");
    response.end('page');
  });
  const { headers } = await fetch(url);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("default-src 'self'");
});

test('an answer without a body keeps its status', async () => {
  const url = await handedOver((_request, response) => response.writeHead(304, { etag: '"1"' }).end());
  const response = await fetch(url);
  expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, '"1"', '']);
});

test('a page that fails because the database is away asks to come back, and any other answer stays what it is', async () => {
  // Nothing listens on the discard port of this machine.
  setTestEnv({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/nothing' });
  const inside: RequestListener = (request, response) =>
    void response.writeHead(Number(request.url?.slice(1)), { 'x-page': 'yes' }).end('of the page');
  const url = await handedOver(inside, answerWithoutDatabase);
  const faulty = await fetch(`${url}/500`);
  expect([faulty.status, faulty.headers.get('retry-after'), faulty.headers.get('x-page')]).toEqual([503, '10', null]);
  expect(await faulty.text()).toContain('Please reload this page in a minute');
  for (const status of [200, 404, 503]) expect((await fetch(`${url}/${status}`)).status).toBe(status);
  await closeDb();
  const own = await handedOver(inside, async () => false);
  expect(await (await fetch(`${own}/500`)).text()).toBe('of the page');
});

test('a caller who goes away ends the request inside as well', async () => {
  let ended: () => void = () => {};
  const isEnded = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const url = await handedOver((_request, response) => {
    response.once('close', ended);
    response.write('the first part of a long answer');
  });
  const caller = connect(Number(new URL(url).port), '127.0.0.1', () =>
    caller.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
  );
  caller.once('data', () => caller.destroy());
  await isEnded;
});

test('an answer that breaks off breaks off outside as well, instead of looking whole', async () => {
  const url = await handedOver((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('half', () => response.destroy());
  });
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
});

test('when nobody is there the caller is told so', async () => {
  const url = await outerFor(path.join(folder, 'nobody'));
  const response = await fetch(url);
  expect([response.status, await response.text()]).toEqual([500, 'not answered']);
});

test('a body whose length nobody declared ends at the largest form, and nothing inside waits for the rest', async () => {
  const seen: number[] = [];
  const inside = new EventEmitter();
  const ended = once(inside, 'ended');
  const url = await handedOver((request) => {
    request.on('data', (chunk: Buffer) => seen.push(chunk.length));
    request.once('close', () => inside.emit('ended'));
    request.on('error', () => {});
  });
  const sent = ask(url, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } });
  sent.on('error', () => {});
  const answered = new Promise<number | undefined>((resolve) =>
    sent.once('response', (one) => resolve(one.statusCode)),
  );
  const piece = Buffer.alloc(64 * 1024);
  const pour = () => {
    while (!sent.destroyed && sent.write(piece));
    sent.once('drain', pour);
  };
  pour();
  expect(await answered).toBe(413);
  await ended;
  expect(seen.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LARGEST_FORM + piece.length);
  sent.destroy();
});
