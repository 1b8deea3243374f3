import { factsOf } from '@/lib/auth/request-facts';
import { unsubscribe } from '@/lib/mailbox/unsubscribe';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ token: string }> };

const HEADERS = { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' };

/** Public, by the token of a mail: what a mail program posts when its reader presses its own button (RFC 8058): no cookie, no question, nothing to read. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { address } = factsOf(request.headers);
  const result = await unsubscribe((await params).token, address);
  return result.ok
    ? new Response('You get no more of these mails.\n', { headers: HEADERS })
    : new Response('This link is not complete.\n', { status: 404, headers: HEADERS });
}

/** Public: whoever opens the address in a browser is asked first. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, { status: 303, headers: { location: `/unsubscribe/${encodeURIComponent(token)}` } });
}
