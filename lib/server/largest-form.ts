import type { ServerResponse } from 'node:http';

/** Bytes of a body at most. Next collects some bodies without a limit of its own; no page of ours sends more than this. */
export const LARGEST_FORM = 2 * 1024 * 1024;

/** Answers a body beyond LARGEST_FORM, and ends the connection that the rest of it would come through. */
export function refuseLargeForm(response: ServerResponse): void {
  response
    .writeHead(413, { 'content-type': 'application/json', 'cache-control': 'no-store', connection: 'close' })
    .end('{"error":"The request is too large."}');
}
