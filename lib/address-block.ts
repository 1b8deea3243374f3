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

/** The network an address counts to when it is remembered for long: /24, or /48 of IPv6 (security.md 2.1). */
export function addressNetwork(address: string): string {
  // Its first four groups, written out.
  const block = addressBlock(address);
  if (isIPv6(address.replace(/%.*$/, '')) && block.endsWith('::/64')) {
    return `${block.slice(0, -5).split(':').slice(0, 3).join(':')}::/48`;
  }
  const parts = block.split('.');
  return parts.length === 4 ? `${parts.slice(0, 3).join('.')}.0/24` : block;
}
