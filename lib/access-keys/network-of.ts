import { isIPv6 } from 'node:net';
import { addressBlock } from '../address-block';

/** The network an address counts to when it is remembered for long: /24, or /48 of IPv6 (security.md 2.1). */
export function networkOf(address: string): string {
  // Its first four groups, written out.
  const block = addressBlock(address);
  if (isIPv6(address.replace(/%.*$/, '')) && block.endsWith('::/64')) {
    return `${block.slice(0, -5).split(':').slice(0, 3).join(':')}::/48`;
  }
  const parts = block.split('.');
  return parts.length === 4 ? `${parts.slice(0, 3).join('.')}.0/24` : block;
}
