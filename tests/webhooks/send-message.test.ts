import http from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnv, setEnv } from '@/lib/env';
import { network } from '@/lib/storage/fetch-remote';
import { sendMessage } from '@/lib/webhooks/send-message';
import { useWorld } from '../storage/remote-world';
import { setTestEnv } from '../support/database';

const world = useWorld();
const HOOK = 'https://files.example.com/hook';
const send = (url = HOOK, longestMs = 5_000) =>
  sendMessage({ url, headers: { 'webhook-id': 'msg_1' }, body: '{"a":1}' }, { edge: world.edge, longestMs });

// As a store that is reached from outside: nothing on its own machine is a receiver.
beforeEach(() => {
  const read = readEnv({
    PUBLIC_URL: 'https://store.example.com',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    STRIPE_SECRET_KEY: 'sk_live_abc',
    STRIPE_WEBHOOK_SECRET: 'whsec_abc',
    SMTP_URL: 'smtp://127.0.0.1',
    MAIL_FROM: 'Store <store@example.com>',
    KEYRING: 'x',
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  setEnv(read.env);
});
afterEach(() => setTestEnv({}));

test('posts the body as it is, over TLS, to the very address that was checked', async () => {
  let body = '';
  world.serve('/hook', (request, response) => {
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => response.writeHead(202).end('thanks'));
  });
  expect(await send()).toEqual({ status: 202, failure: undefined, detail: '', response: 'thanks' });
  expect(body).toBe('{"a":1}');
  expect(world.asked[0]).toMatchObject({
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': '7', 'webhook-id': 'msg_1' },
  });
  expect(world.dialled).toEqual([{ name: 'files.example.com', addresses: ['93.184.216.34'] }]);
});

test.each([
  [500, 'answered'],
  [404, 'answered'],
  [410, 'gone'],
])('an answer %s is no delivery', async (status, failure) => {
  world.serve('/hook', (_request, response) => response.writeHead(status).end('no'));
  expect(await send()).toMatchObject({ status, failure, response: 'no' });
});

test('a redirect is not followed', async () => {
  world.serve('/hook', (_request, response) => response.writeHead(307, { location: '/elsewhere' }).end());
  expect(await send()).toMatchObject({ status: 307, failure: 'redirected' });
  expect(world.asked.map(({ url }) => url)).toEqual(['/hook']);
});

test('of a long answer only the beginning is read, and the connection is closed', async () => {
  let isClosed = false;
  world.serve('/hook', (_request, response) => {
    response.on('close', () => {
      isClosed = !response.writableFinished;
    });
    response.writeHead(200);
    const more = () => {
      while (response.writable && response.write(`lks_abcdef0123456789 ${'x'.repeat(65_000)}`));
      response.once('drain', more);
    };
    more();
  });
  const { failure, response } = await send();
  expect(failure).toBeUndefined();
  expect(response.length).toBeLessThanOrEqual(2_048);
  expect(response).toMatch(/^lks_abcdef… x+$/);
  await expect.poll(() => isClosed).toBe(true);
});

test('a receiver that does not answer in time is given up', async () => {
  world.serve('/hook', () => {});
  expect(await send(HOOK, 300)).toMatchObject({ status: undefined, failure: 'timed_out' });
});

test('a status that was told counts, whatever becomes of the rest of the answer', async () => {
  world.serve('/hook', (_request, response) => {
    response.writeHead(200).write('taken, and');
  });
  expect(await send(HOOK, 400)).toEqual({ status: 200, failure: undefined, detail: '', response: 'taken, and' });
});

test('a receiver that breaks off, or nobody there, is out of reach', async () => {
  world.serve('/hook', (request) => request.socket.destroy());
  expect(await send()).toMatchObject({ status: undefined, failure: 'unreachable' });
});

test('a certificate that is not the name’s own ends the attempt', async () => {
  world.names.set('wrong.example.org', [['93.184.216.34']]);
  expect(await send('https://wrong.example.org/hook')).toMatchObject({ status: undefined, failure: 'tls_failed' });
  expect(world.asked).toEqual([]);
});

test.each([
  ['http://files.example.com/hook', 'not_https'],
  ['https://10.0.0.1/hook', 'private_address'],
  ['https://169.254.169.254/latest', 'private_address'],
  ['https://[::1]/hook', 'private_address'],
  ['https://localhost/hook', 'private_address'],
  ['http://127.0.0.1:8080/hook', 'not_https'],
  ['https://nowhere.example.com/hook', 'name_not_found'],
])('%s is not asked: %s', async (url, failure) => {
  expect(await send(url)).toMatchObject({ status: undefined, failure });
  expect(world.dialled).toEqual([]);
});

test('a name that begins to lead to an inner network is refused at that attempt', async () => {
  world.serve('/hook', (_request, response) => response.writeHead(200).end());
  world.names.set('files.example.com', [['93.184.216.34'], ['192.168.1.1']]);
  expect(await send()).toMatchObject({ status: 200 });
  expect(await send()).toMatchObject({ failure: 'private_address' });
  expect(world.asked).toHaveLength(1);
});

test('a receiver on the own machine is for stores that are on no network', async () => {
  const server = http.createServer((_request, response) => response.writeHead(204).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
  const post = () => sendMessage({ url, headers: {}, body: '{}' }, { edge: network });
  expect(await post()).toMatchObject({ failure: 'not_https' });
  setTestEnv({});
  expect(await post()).toMatchObject({ status: 204, failure: undefined });
  server.close();
});
