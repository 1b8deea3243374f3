import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { type Endpoint, endpointOf } from './endpoint';

/** An endpoint and how its deliveries stand. */
export type ListedEndpoint = Endpoint & { waiting: number; failed: number; lastDeliveredAt: Date | null };

/** Every endpoint, the oldest first; there are at most `MOST_ENDPOINTS`. */
export async function listEndpoints(): Promise<ListedEndpoint[]> {
  const rows = await db().webhookEndpoint.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  return Promise.all(rows.map(async (row) => ({ ...endpointOf(row), ...(await readStanding(row.id)) })));
}

/** The endpoint with this id, or nothing. */
export async function readEndpoint(id: string): Promise<ListedEndpoint | undefined> {
  const row = isUuid(id) ? await db().webhookEndpoint.findUnique({ where: { id } }) : null;
  return row ? { ...endpointOf(row), ...(await readStanding(id)) } : undefined;
}

async function readStanding(endpointId: string) {
  const [row] = await db().$queryRaw<{ waiting: number; failed: number; lastDeliveredAt: Date | null }[]>`
    SELECT (SELECT count(*)::int FROM webhook_delivery WHERE endpoint_id = ${endpointId}::uuid AND state = 'waiting') AS waiting,
      (SELECT count(*)::int FROM webhook_delivery WHERE endpoint_id = ${endpointId}::uuid AND state = 'failed') AS failed,
      (SELECT ended_at FROM webhook_delivery WHERE endpoint_id = ${endpointId}::uuid AND state = 'delivered'
        ORDER BY created_at DESC, id DESC LIMIT 1) AS "lastDeliveredAt"`;
  return row ?? { waiting: 0, failed: 0, lastDeliveredAt: null };
}
