import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { trustNothing } from '@/lib/server/trust-nothing';
import { setTestEnv } from '../support/database';

beforeAll(() => setTestEnv({ PUBLIC_URL: 'http://localhost:8080' }));

function aRequest(url: string) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, headers: { host: 'localhost:8080' } });
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
