import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { trustNothing } from '@/lib/server/trust-nothing';
import { setTestEnv } from '../support/database';

beforeAll(() => setTestEnv({ PUBLIC_URL: 'http://localhost:8080' }));

function aRequest(url: string, headers: Record<string, string> = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, headers: { host: 'localhost:8080', ...headers } });
  trustNothing(request, { publicUrl: 'http://localhost:8080' });
  return request;
}

test.each([
  ['/products?page=2', '/products?page=2'],
  ['http://elsewhere.example.test/products?page=2', '/products?page=2'],
  ['ws://127.0.0.1:9/', '/'],
  ['mailto:somebody', '/'],
  ['*', '/'],
])('of the request line %j only the path is believed', (line, path) => {
  expect(aRequest(line).url).toBe(path);
});

test('another host, and what a proxy would say about one, is replaced by the configured address', () => {
  const { headers } = aRequest('/', {
    host: 'elsewhere.example.test',
    'x-forwarded-host': 'elsewhere.example.test',
    'x-forwarded-proto': 'https',
    forwarded: 'host=elsewhere.example.test',
    'x-middleware-subrequest': 'middleware',
  });
  expect(headers).toMatchObject({
    host: 'localhost:8080',
    'x-forwarded-host': 'localhost:8080',
    'x-forwarded-proto': 'http',
  });
  expect(headers).not.toHaveProperty('forwarded');
  expect(headers).not.toHaveProperty('x-middleware-subrequest');
});

test.each(['127.0.0.1:8080', '[::1]:8080'])('a loopback store may be opened as %s', (host) => {
  expect(aRequest('/', { host }).headers.host).toBe(host);
});
