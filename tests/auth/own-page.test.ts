import { expect, test } from 'vitest';
import { isFromOwnPage } from '@/lib/auth/own-page';
import { returnPath } from '@/lib/auth/return-path';

const host = 'store.example';

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-site', origin: 'https://shop.example', host }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://store.example', host }, false],
  [{ 'sec-fetch-site': 'none', host }, false],
  [{ origin: 'https://store.example', host }, true],
  [{ origin: 'https://evil.example', host }, false],
  [{ origin: 'https://store.example:8443', host }, false],
  [{ origin: 'null', host }, false],
  [{ host }, true],
  [{ origin: 'https://store.example' }, false],
])('a request with %j may change something: %s', (headers, allowed) => {
  expect(isFromOwnPage(new Headers(headers as Record<string, string>))).toBe(allowed);
});

test.each([
  ['/account/orders?page=2#top', '/account/orders?page=2#top'],
  ['/checkout', '/checkout'],
  ['https://evil.example', '/account'],
  ['//evil.example', '/account'],
  ['/\\evil.example', '/account'],
  ['/\t/evil.example', '/account'],
  ['/..//evil.example', '/account'],
  ['javascript:alert(1)', '/account'],
  ['', '/account'],
  [undefined, '/account'],
  [['/a', '/b'], '/account'],
])('after signing in, %j leads to %s', (wanted, path) => {
  expect(returnPath(wanted)).toBe(path);
});
