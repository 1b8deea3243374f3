import { reply, toExchange } from '@/lib/protocols/exchange';
import { handle, refuseLarge } from '@/lib/protocols/v1/handle';

export const dynamic = 'force-dynamic';

// Public: client software calls with a licence key and cookies are not read. On our own server the client lane answers the
// five client calls before Next does; what this store has no call for gets its problem here.
async function answer(request: Request): Promise<Response> {
  const exchange = await toExchange(request, request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '');
  return reply(exchange ? await handle(exchange) : refuseLarge());
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
