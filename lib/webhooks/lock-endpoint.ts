import type { Tx } from '../db/client';
import type { WebhookEndpoint } from '../db/generated/client';
import { isUuid } from '../db/uuid';

/** The endpoint with this id, locked until the transaction ends; undefined when there is none. */
export async function lockEndpoint(tx: Tx, id: string): Promise<WebhookEndpoint | undefined> {
  if (!isUuid(id)) return undefined;
  const locked = await tx.$queryRaw<unknown[]>`SELECT 1 FROM webhook_endpoint WHERE id = ${id}::uuid FOR UPDATE`;
  return locked.length === 0 ? undefined : ((await tx.webhookEndpoint.findUnique({ where: { id } })) ?? undefined);
}
