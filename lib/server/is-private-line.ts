import type { IncomingMessage } from 'node:http';
import { env, isLoopbackUrl } from '../env';

/**
 * Whether nobody between caller and store could read the request: it came over TLS, which a configured proxy says, or never
 * left a machine: its peer or the host it was sent to is a loopback one (a container's mapped port shows another peer).
 */
export function isPrivateLine(request: IncomingMessage): boolean {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (env().trustedProxies.includes(peer)) {
    const sent = request.headers['x-forwarded-proto'];
    const nearest = (Array.isArray(sent) ? sent.join(',') : (sent ?? '')).split(',').at(-1)?.trim();
    // A proxy that says nothing is taken at the word of the address it was configured for.
    return nearest === undefined || nearest === '' ? env().publicUrl.startsWith('https:') : nearest === 'https';
  }
  if (peer === '::1' || peer.startsWith('127.')) return true;
  const host = `http://${request.headers.host}`;
  return URL.canParse(host) && isLoopbackUrl(host);
}
