import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, type Exchange, LARGEST_BODY } from '../protocols/exchange';
import { isV1ClientUrl } from '../protocols/v1/endpoint';
import { handle as handleV1, refuseBusy as refuseV1Busy, refuseLarge as refuseV1Large } from '../protocols/v1/handle';
import { isClientUrl } from '../protocols/wc-am/endpoint';
import { handle, refuseBusy, refuseLargeBody } from '../protocols/wc-am/handle';
import { clientAddress } from './client-address';

const NO_HEADERS = {};
/** Calls being answered at once; beyond it a caller is asked to come back, so that those accepted stay quick. */
const MOST_IN_HAND = 1_000;
let inHand = 0;

/** Is this request for the client lane, which answers installed software without waking Next? */
export function isClientCall(request: IncomingMessage): boolean {
  const url = request.url ?? '/';
  return isClientUrl(url) || isV1ClientUrl(url);
}

/**
 * Answers one call of client software, with `headers` beside its own. A broken connection ends it quietly; everything else
 * gets an answer.
 */
export async function answerClientCall(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string> = NO_HEADERS,
): Promise<void> {
  const send = (answer: Answer) => sendAnswer(response, answer, headers);
  const url = request.url ?? '/';
  // `wc-api` in the query decides at any path, as it does for Next's rewrites.
  const protocol = isV1ClientUrl(url) && !isClientUrl(url) ? V1 : WC_AM;
  try {
    // Before the body is read: when that is given up, nobody can tell any more where the request came from.
    const exchange = toExchange(request);
    // Senders who dawdle over a body are not in hand yet: a thousand of them must not shut out everybody else.
    const body = hasBody(request) ? await readBody(request) : '';
    if (body === undefined) return send(protocol.tooLarge(exchange));
    if (inHand >= MOST_IN_HAND) return send(protocol.overloaded(exchange));
    exchange.body = body;
    inHand++;
    try {
      send(await protocol.handle(exchange));
    } finally {
      inHand--;
    }
  } catch (error) {
    if (!request.destroyed) throw error;
  }
}

function toExchange(request: IncomingMessage): Exchange {
  const url = request.url ?? '/';
  const cut = url.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: cut === -1 ? url : url.slice(0, cut),
    query: cut === -1 ? '' : url.slice(cut + 1),
    contentType: request.headers['content-type'] ?? '',
    body: '',
    address: clientAddress(request),
    userAgent: request.headers['user-agent'] ?? '',
    header: (name) => String(request.headers[name] ?? ''),
  };
}

function sendAnswer(response: ServerResponse, answer: Answer, headers: Record<string, string>): void {
  if (response.destroyed) return;
  const head = headOf(answer.headers, headers);
  if (answer.status === 204 || answer.status === 304) {
    // Such an answer has no length; a 304 would otherwise say that the kept body is empty (RFC 9110 section 8.6).
    response.writeHead(answer.status, head).end();
    return;
  }
  response.writeHead(answer.status, [...head, 'content-length', String(Buffer.byteLength(answer.body))]);
  response.end(answer.body);
}

// Nearly all answers carry one of a few constant sets of headers; each is put together once.
const heads = new WeakMap<Record<string, string>, { beside: Record<string, string>; head: string[] }>();

function headOf(own: Record<string, string>, beside: Record<string, string>): string[] {
  const known = heads.get(own);
  if (known?.beside === beside) return known.head;
  const head = Object.entries({ ...beside, ...own }).flat();
  heads.set(own, { beside, head });
  return head;
}

// WordPress posts an empty body with everything in the query: nothing to wait for.
function hasBody(request: IncomingMessage): boolean {
  return request.method === 'POST' && request.headers['content-length'] !== '0';
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

type Protocol = {
  handle: (exchange: Exchange) => Promise<Answer>;
  overloaded: (unread: Exchange) => Answer;
  tooLarge: (unread: Exchange) => Answer;
};

const WC_AM: Protocol = { handle: (exchange) => handle(exchange), overloaded: refuseBusy, tooLarge: refuseLargeBody };
const V1: Protocol = { handle: (exchange) => handleV1(exchange), overloaded: refuseV1Busy, tooLarge: refuseV1Large };
