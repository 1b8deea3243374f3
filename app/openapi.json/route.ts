import { answerWeb } from '@/lib/protocols/v1/manage/handle';

export const dynamic = 'force-dynamic';

// Public. On our own server the lane in front of Next answers this; this door is for a host that has Next only.
export function GET(request: Request): Promise<Response> {
  return answerWeb(new Request(new URL('/api/v1/openapi.json', request.url), request), '');
}
