/** A request in the neutral form that every protocol reads, whichever door it came through. */
export type Exchange = {
  method: string;
  path: string;
  /** The raw query, without the question mark. */
  query: string;
  contentType: string;
  body: string;
  /** The caller's address as far as configured proxies are believed. */
  address: string;
  userAgent: string;
  /** Any other header by its lower-case name; empty when it was not sent. */
  header: (name: string) => string;
};

export type Answer = { status: number; headers: Record<string, string>; body: string };

/** The largest body a client may send, in bytes. Real ones are far below 2 kB. */
export const LARGEST_BODY = 64 * 1024;

/** Reads a web-standard request; undefined when its body is larger than any client's. */
export async function toExchange(request: Request, address: string): Promise<Exchange | undefined> {
  const body = request.method === 'POST' ? await readBody(request, LARGEST_BODY) : '';
  return body === undefined ? undefined : { ...toUnread(request, address), body };
}

/** What a web-standard request says before its body is read. */
export function toUnread(request: Request, address: string): Exchange {
  const url = new URL(request.url);
  return {
    method: request.method,
    path: url.pathname,
    query: url.search.slice(1),
    contentType: request.headers.get('content-type') ?? '',
    body: '',
    address,
    userAgent: request.headers.get('user-agent') ?? '',
    header: (name) => request.headers.get(name) ?? '',
  };
}

/**
 * The body of a web-standard request as text; undefined as soon as it is larger than `atMost` bytes, so that nobody can fill
 * the memory with one.
 */
export async function readBody(request: Request, atMost: number): Promise<string | undefined> {
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > atMost) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The web-standard response of an answer. */
export function reply(answer: Answer): Response {
  const hasBody = answer.status !== 204 && answer.status !== 304;
  return new Response(hasBody ? answer.body : null, { status: answer.status, headers: answer.headers });
}
