import type { IncomingMessage, ServerResponse } from 'node:http';

const HARMLESS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a browser sent this request, which may change something, from somebody else's page. Callers that are no browsers
 * (payment events) say neither Sec-Fetch-Site nor Origin and are left to their own proof. To be asked after the Host has
 * been made ours.
 */
export function isForeignChange(request: IncomingMessage): boolean {
  if (HARMLESS.includes(request.method ?? 'GET')) return false;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/**
 * Names the origin of a form sent from a page with `no-referrer`: browsers write "null" there although they say that the
 * page is ours, and Next would fail on it.
 */
export function nameOwnOrigin(request: IncomingMessage, publicUrl: string): void {
  const { headers } = request;
  if (headers.origin !== 'null' || headers['sec-fetch-site'] !== 'same-origin') return;
  headers.origin = `${new URL(publicUrl).protocol}//${headers.host}`;
}

/** The refusal, before anything was done. */
export function refuseForeignChange(response: ServerResponse): void {
  response
    .writeHead(403, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end('This request was sent from a page of another site, so the store did not carry it out.\n');
}
