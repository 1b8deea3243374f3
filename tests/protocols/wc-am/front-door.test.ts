import { createServer } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { env } from '@/lib/env';
import { answerRequests } from '@/lib/server/answer-requests';
import { useDatabase } from '../../support/database';
import { aFieldStore, type FieldStore, query } from './field-store';

// The store's one listener, as it stands on the street: what is client software, and what is for the pages?

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

let port: number;
let close: () => Promise<void>;
let store: FieldStore;
let status: string;

beforeAll(async () => {
  const pages = async (
    _request: unknown,
    response: { writeHead: (status: number) => { end: (text: string) => void } },
  ) => response.writeHead(418).end('a page');
  const server = createServer(answerRequests({ env: env(), isDev: false, pages, demoPayments: undefined }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An address of a listening TCP server is never a pipe's name.
  port = (server.address() as AddressInfo).port;
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  store = await aFieldStore();
  status = query({ wc_am_action: 'status', api_key: store.key, product_id: store.planNumber, instance: 'site' });
});
afterAll(() => close());

/** One request, written to the socket as it is; resolves to what came back until the server hung up. */
function send(target: string, { method = 'GET', head = '', body = '' } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
    socket.write(`${method} ${target} HTTP/1.1\r\nHost: store.example.test\r\nConnection: close\r\n${head}\r\n${body}`);
  });
}

const FORM = 'Content-Type: application/x-www-form-urlencoded\r\n';

describe('client software', () => {
  test.each([
    ['2.x', () => `/?wc-api=wc-am-api&${status}`],
    ['1.x', () => `/?wc-api=am-software-api&${status}`],
    ['the front controller', () => `/index.php?wc-api=wc-am-api&${status}`],
    ['a page of the shop', () => `/products/acme-backup?wc-api=wc-am-api&${status}`],
    ['a page behind the sign-in', () => `/account/api-keys/?${status}&wc-api=wc-am-api`],
    ['the Python client', () => `/wc-api/wc-am-api/?${status}`],
    ['the same without the slash', () => `/wc-api/wc-am-api?${status}`],
    ['a proxy, with the whole address', () => `http://store.example.test/?wc-api=wc-am-api&${status}`],
    ['our own address', () => `/api/wc-am?${status}`],
  ])('of the form of %s reaches the client API by GET and POST, at once', async (_form, target) => {
    for (const [method, head] of [
      ['GET', ''],
      ['POST', `${FORM}Content-Length: 0\r\n`],
      ['POST', `${FORM}Transfer-Encoding: chunked\r\n`],
    ] as const) {
      const answer = await send(target(), { method, head, body: head.includes('chunked') ? '0\r\n\r\n' : '' });
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      expect(answer).toContain('"status_check":"inactive"');
      expect(answer).not.toMatch(/^(location|set-cookie):/im);
    }
  });

  test('from another origin is let in before any page could ask who it is', async () => {
    const head = 'Origin: https://moodle.example\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\n';
    const asked = await send(`/?wc-api=wc-am-api&${status}`, { method: 'OPTIONS', head });
    expect(asked).toMatch(/^HTTP\/1\.1 204 /);
    const target = `/?wc-api=wc-am-api&${status}`;
    const told = await send(target, { method: 'POST', head: `${head}${FORM}Content-Length: 0\r\n` });
    expect(told).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });

  test('reads a serialized answer in which a browser runs nothing', async () => {
    const plugin = query({ request: 'plugininformation', plugin_name: '<<b>img src=x onerror=alert(1)>', slug: '' });
    const answer = await send(`/?wc-api=upgrade-api&${plugin}&product_id=${store.planNumber}`);
    expect(answer).toMatch(/^content-type: text\/html; charset=UTF-8\r$/im);
    expect(answer.match(/^content-security-policy: .*$/gim)).toEqual([
      expect.stringMatching(/default-src 'none'.*sandbox/),
    ]);
    expect(answer).toMatch(/^x-content-type-options: nosniff\r$/im);
    expect(answer).not.toContain('<img');
  });
});

test.each(['/', '/products?q=wc-api', '/products/wc-api', '/api/wc-am-x', '/wc-api', '/account?next=wc-api'])(
  '%s is a page',
  async (target) => {
    expect(await send(target)).toMatch(/^HTTP\/1\.1 418 /);
  },
);
