import { reply, toExchange } from '@/lib/protocols/exchange';
import { handle, refuseLargeBody } from '@/lib/protocols/wc-am/handle';

export const dynamic = 'force-dynamic';

// Public: installed client software calls without a session. On our own server the client lane answers before Next does.
async function answer(request: Request): Promise<Response> {
  const exchange = await toExchange(request, request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '');
  return reply(exchange ? await handle(exchange) : refuseLargeBody());
}

export { answer as GET, answer as OPTIONS, answer as POST };
