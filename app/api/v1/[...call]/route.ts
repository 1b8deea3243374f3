import { reply, toExchange, toUnread } from '@/lib/protocols/exchange';
import { handle, refuseLarge } from '@/lib/protocols/v1/handle';
import { answerWeb, isManageUrl } from '@/lib/protocols/v1/manage/handle';

export const dynamic = 'force-dynamic';

// Public: software calls with a licence key or a developer key, and cookies are not read. On our own server the lanes in
// front of Next answer every call below /api/v1; this door is for a host that has Next only.
async function answer(request: Request): Promise<Response> {
  const address = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  if (isManageUrl(new URL(request.url).pathname)) return answerWeb(request, address);
  const exchange = await toExchange(request, address);
  return reply(exchange ? await handle(exchange) : refuseLarge(toUnread(request, address)));
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
