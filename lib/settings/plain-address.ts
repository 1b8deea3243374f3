import { isIP } from 'node:net';

/**
 * An IP address in the one form in which sockets report it, or undefined when it is none: IPv6 in lower case and as short as
 * it can be, an IPv4 address within IPv6 as IPv4.
 */
export function plainAddress(text: string): string | undefined {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '');
  if (isIP(address) === 4) return address;
  // A zone (fe80::1%eth0) belongs to one machine; a URL has no place for it either.
  if (isIP(address) !== 6 || address.includes('%')) return undefined;
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}
