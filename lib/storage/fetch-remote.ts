import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import {
  type CheckedTarget,
  checkTarget,
  nameOf,
  type RemoteRefusal,
  type Resolve,
  resolveByDns,
} from './public-address';

const MOST_REDIRECTS = 5;
const CONNECT_MS = 5_000;
const SILENCE_MS = 30_000;

export type RemoteFailure =
  | RemoteRefusal
  | 'unreachable'
  /** Answered, but not with the file: `detail` has the status. */
  | 'not_served'
  | 'too_many_redirects'
  | 'too_large'
  | 'timed_out';

export type RemoteFailed = { ok: false; reason: RemoteFailure; detail: string };

/** Where this process meets the network; tests put their own in its place. */
export type RemoteEdge = {
  resolve: Resolve;
  /** Opens TLS to one of `addresses`, and to nothing else. */
  dial: (to: { name: string; port: number; addresses: string[] }) => Duplex;
};

export const network: RemoteEdge = { resolve: resolveByDns, dial: dialPinned };

type HowToFetch = { edge: RemoteEdge; signal: AbortSignal; range?: string | undefined };

/**
 * Asks for a file outside. Every hop is checked anew, and the connection goes to the very addresses that were checked: a name
 * that leads elsewhere a moment later (DNS rebinding) changes nothing.
 */
export async function fetchRemote(
  address: string,
  how: HowToFetch,
): Promise<{ ok: true; response: IncomingMessage } | RemoteFailed> {
  let next = address;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const target = await checkTarget(next, how.edge.resolve);
    if (!target.ok) return target;
    const answer = await ask(target, how);
    if (!answer.ok) return answer;
    const { response } = answer;
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status < 300 || status >= 400 || location === undefined) return accepted(response, how.range);
    response.destroy();
    if (!URL.canParse(location, next)) return notServed(`It redirects to "${location}", which is no address.`);
    next = new URL(location, next).href;
  }
  return { ok: false, reason: 'too_many_redirects', detail: `More than ${MOST_REDIRECTS} redirects.` };
}

function accepted(
  response: IncomingMessage,
  range: string | undefined,
): { ok: true; response: IncomingMessage } | RemoteFailed {
  const status = response.statusCode ?? 0;
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (status === (range === undefined ? 200 : 206) && encoding === 'identity') return { ok: true, response };
  response.destroy();
  return notServed(
    encoding === 'identity' ? `It answered HTTP ${status}.` : `It sent ${encoding} where the file was asked for.`,
  );
}

function ask(
  { url, addresses }: CheckedTarget,
  { edge, signal, range }: HowToFetch,
): Promise<{ ok: true; response: IncomingMessage } | RemoteFailed> {
  const port = Number(url.port || 443);
  return new Promise((resolve) => {
    const request = https.request({
      host: url.hostname,
      port,
      path: `${url.pathname}${url.search}`,
      headers: { 'User-Agent': 'Latchkey', 'Accept-Encoding': 'identity', ...(range ? { Range: range } : {}) },
      createConnection: () => edge.dial({ name: nameOf(url), port, addresses }),
      signal,
    });
    const connecting = setTimeout(() => request.destroy(new Error('No connection within 5 seconds')), CONNECT_MS);
    request.once('socket', (socket) => socket.once('secureConnect', () => clearTimeout(connecting)));
    request.setTimeout(SILENCE_MS, () => request.destroy(new Error('No answer within 30 seconds')));
    request.once('close', () => clearTimeout(connecting));
    request.on('error', (error) => resolve(unreachable(error, signal)));
    request.once('response', (response) => {
      clearTimeout(connecting);
      resolve({ ok: true, response });
    });
    request.end();
  });
}

function dialPinned({ name, port, addresses }: { name: string; port: number; addresses: string[] }): Duplex {
  const pinned = addresses.map((address) => ({ address, family: isIP(address) }));
  return tls.connect({
    host: name,
    port,
    // A number has no name to send along; its certificate must name the number itself.
    servername: isIP(name) === 0 ? name : '',
    lookup: (_name, options, answer) => {
      const [first] = pinned;
      if (options.all) answer(null, pinned);
      else answer(null, first?.address ?? '', first?.family ?? 4);
    },
  });
}

/** What broke off, in our words. */
export function unreachable(error: unknown, signal: AbortSignal): RemoteFailed {
  if (signal.aborted) return { ok: false, reason: 'timed_out', detail: 'It took too long.' };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = error instanceof Error ? error.message : String(error);
  return { ok: false, reason: 'unreachable', detail: said || code };
}

function notServed(detail: string): RemoteFailed {
  return { ok: false, reason: 'not_served', detail };
}
