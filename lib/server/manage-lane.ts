import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { ManageExchange } from '../protocols/v1/manage/exchange';
import { handle, isManageUrl, refuseBusy } from '../protocols/v1/manage/handle';
import type { ManageAnswer } from '../protocols/v1/manage/present';
import { BASE } from '../protocols/v1/manage/router';
import { clientAddress } from './client-address';
import { isPrivateLine } from './is-private-line';

/** Calls being answered at once; beyond it a caller is asked to come back. */
const MOST_IN_HAND = 500;
/** A body that nobody read is drained up to here, so that the connection can be used again; beyond it, it is closed. */
const MOST_DRAINED = 64 * 1024;
const DOCUMENT = '/openapi.json';
const NO_HEADERS = {};
let inHand = 0;

/** Is this request for the management API? The client calls were taken before. */
export function isManageCall(request: IncomingMessage): boolean {
  const url = request.url ?? '/';
  return isManageUrl(url) || url === DOCUMENT;
}

/** Answers one call of the management API without waking Next, with `headers` beside its own. */
export async function answerManageCall(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string> = NO_HEADERS,
): Promise<void> {
  if (inHand >= MOST_IN_HAND) return send(request, response, refuseBusy(toExchange(request)), headers);
  inHand++;
  try {
    const sending = send(request, response, await handle(toExchange(request)), headers);
    if (sending) await sending;
  } catch (error) {
    if (!request.destroyed && !response.destroyed) throw error;
  } finally {
    inHand--;
  }
}

function toExchange(request: IncomingMessage): ManageExchange {
  const url = request.url ?? '/';
  const cut = url.indexOf('?');
  const path = cut === -1 ? url : url.slice(0, cut);
  return {
    method: request.method ?? 'GET',
    path: path === DOCUMENT ? BASE + DOCUMENT : path,
    query: cut === -1 ? '' : url.slice(cut + 1),
    contentType: request.headers['content-type'] ?? '',
    address: clientAddress(request),
    userAgent: request.headers['user-agent'] ?? '',
    isPrivate: isPrivateLine(request),
    header: (name) => String(request.headers[name] ?? ''),
    readBody: (atMost) => readBody(request, atMost),
    stream: () => request,
  };
}

async function readBody(request: IncomingMessage, atMost: number): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > atMost) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // An iterator that is left early would destroy the request, and with it the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > atMost) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Resolves when a file has been sent; a text is handed over at once, and nothing is left to wait for. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: ManageAnswer,
  beside: Record<string, string>,
): Promise<void> | undefined {
  const { status, body } = answer;
  if (response.destroyed) {
    if (typeof body !== 'string') body.destroy();
    return;
  }
  const head = headOf(answer.headers, beside);
  if (isLeftUnread(request)) head.push('connection', 'close');
  if (typeof body !== 'string') {
    response.writeHead(status, head);
    return pipeline(body, response);
  }
  // Such an answer has no length (RFC 9110 section 8.6).
  if (status !== 204 && status !== 304 && request.method !== 'HEAD') {
    head.push('content-length', String(Buffer.byteLength(body)));
  }
  response.writeHead(status, head).end(body);
}

let constant: { beside: Record<string, string>; head: string[] } | undefined;

// Names and values in turn, as Node takes them cheapest. The headers beside the answer's own are the same for every call.
function headOf(own: Record<string, string>, beside: Record<string, string>): string[] {
  if (constant?.beside !== beside) constant = { beside, head: Object.entries(beside).flat() };
  const head = constant.head.slice();
  for (const name in own) {
    const value = own[name] ?? '';
    if (beside[name] === undefined) head.push(name, value);
    else head[head.indexOf(name) + 1] = value;
  }
  return head;
}

function isLeftUnread(request: IncomingMessage): boolean {
  if (request.readableEnded || request.complete) return false;
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || Number(length ?? 0) > MOST_DRAINED;
}
