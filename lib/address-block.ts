import { isIPv6 } from 'node:net';

/** What an address counts as: itself, or for IPv6 its /64, of which one household or server has 2^64. */
export function addressBlock(address: string): string {
  // Most callers: nothing of IPv6 in it.
  if (!address.includes(':') && !address.includes('%')) return address;
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...middle, ...right].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
