import type { IncomingMessage } from 'node:http';
import { type Env, isLoopbackUrl } from '../env';
import { clientAddress } from './client-address';

/**
 * Takes out of a request what its sender could use to pose as the store or as somebody else, before Next reads it. The
 * store's address is configured: any other Host is replaced by it, except that a store on a loopback address may be
 * opened under each of this machine's loopback names.
 */
export function trustNothing(request: IncomingMessage, env: Pick<Env, 'publicUrl'>): void {
  const { headers } = request;
  request.url = pathOf(request.url ?? '/');
  const own = new URL(env.publicUrl);
  if (!isOwnHost(headers.host, own)) headers.host = own.host;
  headers['x-forwarded-host'] = headers.host;
  headers['x-forwarded-proto'] = own.protocol.slice(0, -1);
  headers['x-forwarded-port'] = own.port || (own.protocol === 'https:' ? '443' : '80');
  headers['x-forwarded-for'] = clientAddress(request);
  delete headers.forwarded;
  // Next's own marks between its parts: a caller must not set them.
  for (const name of Object.keys(headers))
    if (/^x-(middleware|invoke|matched|nextjs)-/.test(name)) delete headers[name];
}

function isOwnHost(host: string | undefined, own: URL): boolean {
  if (host === own.host) return true;
  const url = `${own.protocol}//${host}`;
  if (host === undefined || !URL.canParse(url) || !isLoopbackUrl(own.href)) return false;
  return new URL(url).port === own.port && isLoopbackUrl(url);
}

// A request line may name a whole address, whose host is the sender's choice: redirects would lead there.
function pathOf(url: string): string {
  if (url.startsWith('/')) return url;
  if (!URL.canParse(url)) return '/';
  const { pathname, search } = new URL(url);
  return pathname.startsWith('/') ? pathname + search : '/';
}
