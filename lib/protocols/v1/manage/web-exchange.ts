import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { readBody } from '../../exchange';
import type { ManageExchange } from './exchange';
import type { ManageAnswer } from './present';

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Reads a web-standard request, as a host with Next only has it. */
export function fromWeb(request: Request, address: string): ManageExchange {
  const url = new URL(request.url);
  return {
    method: request.method,
    path: url.pathname,
    query: url.search.slice(1),
    contentType: request.headers.get('content-type') ?? '',
    address,
    userAgent: request.headers.get('user-agent') ?? '',
    isPrivate: url.protocol === 'https:' || LOOPBACK.test(url.hostname),
    header: (name) => request.headers.get(name) ?? '',
    readBody: (atMost) => readBody(request, atMost),
    // Two declarations of one stream: the browser's and Node's.
    stream: () => (request.body ? Readable.fromWeb(request.body as WebStream) : Readable.from([])),
  };
}

/** The web-standard response of an answer. */
export function toWeb({ status, headers, body }: ManageAnswer): Response {
  if (status === 204 || status === 304) return new Response(null, { status, headers });
  // Two declarations of one stream again.
  const sent = typeof body === 'string' ? body : (Readable.toWeb(body) as ReadableStream<Uint8Array>);
  return new Response(sent, { status, headers });
}
