import { expect, test } from 'vitest';
import { addressNetwork } from '@/lib/address-block';

test('an address counts to its network', () => {
  expect(addressNetwork('203.0.113.77')).toBe('203.0.113.0/24');
  expect(addressNetwork('::ffff:203.0.113.77')).toBe('203.0.113.0/24');
  expect(addressNetwork('2001:DB8:7:9::1')).toBe('2001:db8:7::/48');
  expect(addressNetwork('::1')).toBe('0:0:0::/48');
  expect(addressNetwork('')).toBe('');
});
