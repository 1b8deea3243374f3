import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isForeignChange, nameOwnOrigin } from '@/lib/server/foreign-change';

const host = 'store.example';

function aRequest(method: string, headers: Record<string, string>): IncomingMessage {
  // Only method and headers are read.
  return { method, headers: { host, ...headers } } as unknown as IncomingMessage;
}

test.each([
  ['POST', { 'sec-fetch-site': 'same-origin', origin: 'https://store.example' }, false],
  ['POST', { 'sec-fetch-site': 'same-origin', origin: 'null' }, false],
  ['POST', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, true],
  ['POST', { 'sec-fetch-site': 'cross-site', origin: 'https://store.example' }, true],
  ['POST', { 'sec-fetch-site': 'same-site', origin: 'https://shop.store.example' }, true],
  ['POST', { 'sec-fetch-site': 'none' }, true],
  ['POST', { origin: 'https://evil.example' }, true],
  ['POST', { origin: 'https://store.example:8443' }, true],
  ['POST', { origin: 'null' }, true],
  ['POST', { origin: 'https://store.example' }, false],
  ['DELETE', { 'sec-fetch-site': 'cross-site' }, true],
  ['POST', {}, false],
  ['GET', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
])('%s with %j comes from another site: %s', (method, headers, isForeign) => {
  expect(isForeignChange(aRequest(method, headers as Record<string, string>))).toBe(isForeign);
});

test('a form on a page of ours that names no referrer is known as ours', () => {
  const own = aRequest('POST', { origin: 'null', 'sec-fetch-site': 'same-origin' });
  nameOwnOrigin(own, 'https://store.example');
  expect(own.headers.origin).toBe('https://store.example');
  const foreign = aRequest('POST', { origin: 'null', 'sec-fetch-site': 'cross-site' });
  nameOwnOrigin(foreign, 'https://store.example');
  expect(foreign.headers.origin).toBe('null');
});
