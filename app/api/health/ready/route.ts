import { readHealth } from '@/lib/health/read-health';
import { PROBE_PATIENCE_MS, tellReadiness } from '@/lib/health/tell-readiness';
import { storageState } from '@/lib/settings/storage-state';
import { closedWaysOut } from '@/lib/ways-out';

export const dynamic = 'force-dynamic';

/** Public: 200 when the store can serve, also with a part that does not work, 503 otherwise; why is for admins only. */
export async function GET(): Promise<Response> {
  const [health, storage] = await Promise.all([readHealth(), storageState(PROBE_PATIENCE_MS)]);
  const { status, httpStatus } = tellReadiness(health, storage, closedWaysOut());
  return Response.json({ status }, { status: httpStatus, headers: { 'cache-control': 'no-store' } });
}
