import { readHealth } from '@/lib/health/read-health';

export const dynamic = 'force-dynamic';

/** Public: 200 when the store can serve, 503 otherwise; why is for admins only. */
export async function GET(): Promise<Response> {
  const { isReady } = await readHealth();
  const headers = { 'cache-control': 'no-store' };
  return Response.json({ status: isReady ? 'ok' : 'unavailable' }, { status: isReady ? 200 : 503, headers });
}
