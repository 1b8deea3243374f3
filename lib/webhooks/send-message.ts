import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { env, isLoopbackUrl } from '../env';
import { network, type RemoteEdge } from '../storage/fetch-remote';
import { type CheckedTarget, checkTarget, nameOf, type RemoteRefusal } from '../storage/public-address';
import { readBeginning } from './read-beginning';

/** Why an attempt did not succeed. `answered`: with a status that is neither success, redirect nor 410. */
export type SendFailure =
  | RemoteRefusal
  | 'answered'
  | 'gone'
  | 'redirected'
  | 'timed_out'
  | 'tls_failed'
  | 'unreachable';

/** What came of an attempt; `failure` undefined: delivered. */
export type Sent = {
  status: number | undefined;
  failure: SendFailure | undefined;
  /** The machine's own words. */
  detail: string;
  response: string;
};

export type Parcel = { url: string; headers: Record<string, string>; body: string };

type HowToSend = { edge?: RemoteEdge; longestMs?: number };

// A receiver that needs longer should answer first and work then.
const LONGEST_MS = 15_000;

/**
 * Posts a message once. Every attempt checks the address anew and dials only what was checked; redirects are not followed;
 * of the answer no more is read than is kept; after 15 seconds in all it is given up.
 */
export async function sendMessage(
  { url, headers, body }: Parcel,
  { edge = network, longestMs = LONGEST_MS }: HowToSend = {},
): Promise<Sent> {
  const signal = AbortSignal.timeout(longestMs);
  const target = isOwnMachine(url) ? undefined : await checkTarget(url, edge.resolve);
  if (target?.ok === false) return { status: undefined, failure: target.reason, detail: target.detail, response: '' };
  return new Promise((resolve) => {
    const request = open(target ?? { url: new URL(url) }, { edge, signal, headers: headersOf(headers, body) });
    let isAnswered = false;
    // What breaks off after the status was told is the end of the answer, and no failure.
    request.on('error', (error) => isAnswered || resolve(failed(error, signal)));
    request.once('response', (response) => {
      isAnswered = true;
      readBeginning(response).then((beginning) => resolve(answered(response, beginning)));
    });
    request.end(body);
  });
}

/**
 * Whether a receiver on the store's own machine is meant and may be reached: only while the store itself is on nobody's
 * network, so that its owner can try webhooks before there is anything to protect.
 */
export function isOwnMachine(url: string): boolean {
  return !env().isProduction && URL.canParse(url) && /^https?:/i.test(url) && isLoopbackUrl(url);
}

type Opening = { edge: RemoteEdge; signal: AbortSignal; headers: Record<string, string> };

function open(target: CheckedTarget | { url: URL }, { edge, signal, headers }: Opening) {
  const { url } = target;
  const wish = { method: 'POST', headers, signal } as const;
  if (!('addresses' in target))
    return (url.protocol === 'http:' ? http : https).request(url, { ...wish, agent: false });
  const port = Number(url.port || 443);
  const createConnection = () => edge.dial({ name: nameOf(url), port, addresses: target.addresses });
  return https.request({ ...wish, host: url.hostname, port, path: `${url.pathname}${url.search}`, createConnection });
}

function headersOf(headers: Record<string, string>, body: string): Record<string, string> {
  return {
    ...headers,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': 'Latchkey-Webhooks',
    'Accept-Encoding': 'identity',
    Connection: 'close',
  };
}

function answered(answer: IncomingMessage, response: string): Sent {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return { status, failure: undefined, detail: '', response };
  const failure = status === 410 ? 'gone' : status >= 300 && status < 400 ? 'redirected' : 'answered';
  return { status, failure, detail: `HTTP ${status}`, response };
}

function failed(error: Error, signal: AbortSignal): Sent {
  const code = 'code' in error ? String(error.code) : '';
  const detail = signal.aborted ? 'No answer in time.' : error.message || code;
  return { status: undefined, failure: failureOf(error, { code, signal }), detail: detail.slice(0, 300), response: '' };
}

function failureOf(error: Error, { code, signal }: { code: string; signal: AbortSignal }): SendFailure {
  if (signal.aborted) return 'timed_out';
  return /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(`${code} ${error.message}`) ? 'tls_failed' : 'unreachable';
}
