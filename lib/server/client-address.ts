import type { IncomingMessage } from 'node:http';
import { env } from '../env';

/**
 * The address a request came from. Forwarding headers are believed only when the peer is a configured proxy: then the last
 * address that is not itself one of the proxies (security.md T11).
 */
export function clientAddress(request: IncomingMessage): string {
  const peer = plain(request.socket.remoteAddress ?? '');
  const trusted = env().trustedProxies;
  if (!trusted.includes(peer)) return peer;
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((hop) => plain(hop.trim()));
  return hops.reverse().find((hop) => hop !== '' && !trusted.includes(hop)) ?? peer;
}

// An IPv4 caller on a dual-stack socket arrives as ::ffff:a.b.c.d.
function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}
