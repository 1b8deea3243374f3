import { expect, test } from 'vitest';
import { ownAddress } from '@/lib/server/own-address';

test.each([
  ['0.0.0.0', 'http://127.0.0.1:8080'],
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['127.0.0.2', 'http://127.0.0.2:8080'],
  ['192.0.2.7', 'http://192.0.2.7:8080'],
  ['localhost', 'http://localhost:8080'],
  ['::', 'http://[::1]:8080'],
  ['::1', 'http://[::1]:8080'],
])('a store that listens on %s reaches itself at %s', (host, address) => {
  expect(ownAddress({ host, port: 8080 })).toBe(address);
});
