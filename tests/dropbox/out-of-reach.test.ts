import { expect, test } from 'vitest';
import { dropboxOrigins, outOfReach } from '@/lib/dropbox/dropbox-origins';
import { setTestEnv } from '../support/database';

test.each([
  ['https://store.example.com', undefined],
  ['https://203.0.114.7', undefined],
  ['http://store.example.com', 'not_https'],
  ['http://localhost:8080', 'this_machine'],
  ['https://shop.localhost', 'this_machine'],
  ['http://127.0.0.1', 'this_machine'],
  ['https://[::1]:8443', 'this_machine'],
  ['https://[::ffff:127.0.0.1]', 'this_machine'],
  ['https://192.168.1.20', 'private_network'],
  ['https://10.0.0.5:8080', 'private_network'],
  ['https://169.254.10.1', 'private_network'],
  ['https://[fd00::1]', 'private_network'],
  ['https://100.64.0.9', 'private_network'],
  ['https://shop.local', 'private_network'],
  ['https://intranet', 'private_network'],
])('whether Dropbox could fetch from %s: %s', (address, expected) => {
  setTestEnv({});
  expect(outOfReach(address)).toBe(expected);
});

test('a stand-in on this machine reaches this machine, and takes the place of both addresses', () => {
  setTestEnv({ DROPBOX_URL: 'http://127.0.0.1:9/' });
  expect(outOfReach('http://localhost:8080')).toBeUndefined();
  expect(dropboxOrigins()).toEqual({ web: 'http://127.0.0.1:9', api: 'http://127.0.0.1:9' });
  setTestEnv({});
  expect(dropboxOrigins()).toEqual({ web: 'https://www.dropbox.com', api: 'https://api.dropboxapi.com' });
});
