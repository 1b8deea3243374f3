import type { IncomingMessage } from 'node:http';
import { beforeAll, expect, test } from 'vitest';
import { isPrivateLine } from '@/lib/server/is-private-line';
import { setTestEnv } from '../support/database';

beforeAll(() =>
  setTestEnv({
    DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    TRUSTED_PROXIES: '10.0.0.2',
  }),
);

const line = (peer: string, headers: IncomingMessage['headers'] = {}) =>
  // What the rule reads of a request, and no more.
  isPrivateLine({ socket: { remoteAddress: peer }, headers } as IncomingMessage);

test('3.13 plain http is private within a machine only', () => {
  expect(line('127.0.0.1', { host: 'shop.example' })).toBe(true);
  expect(line('::ffff:127.0.0.1', { host: 'shop.example' })).toBe(true);
  expect(line('::1')).toBe(true);
  // A container sees another peer behind its mapped port.
  expect(line('172.17.0.1', { host: 'localhost:3000' })).toBe(true);
  expect(line('203.0.113.9', { host: 'shop.example' })).toBe(false);
  expect(line('203.0.113.9')).toBe(false);
});

test('3.13 whether it was TLS is believed from configured proxies only', () => {
  expect(line('10.0.0.2', { 'x-forwarded-proto': 'https' })).toBe(true);
  expect(line('10.0.0.2', { 'x-forwarded-proto': 'http', host: 'localhost' })).toBe(false);
  expect(line('10.0.0.2', { 'x-forwarded-proto': 'https, http' })).toBe(false);
  expect(line('203.0.113.9', { 'x-forwarded-proto': 'https', host: 'shop.example' })).toBe(false);
});
