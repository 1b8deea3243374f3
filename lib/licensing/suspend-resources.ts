import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';

/** Closes the resources of these order items for a while (an open dispute); their activations stay. Again changes nothing. */
export async function suspendResources(
  tx: Tx,
  change: { orderItemIds: string[]; at: Date; actor: Actor },
): Promise<{ suspended: number }> {
  const open = await lockResources(tx, { orderItemIds: change.orderItemIds, suspended: false });
  await tx.apiResource.updateMany({ where: { id: { in: open } }, data: { suspendedAt: change.at } });
  await recordEach(tx, open, 'api_resource.suspend', change);
  return { suspended: open.length };
}

/** Opens suspended resources again, with the activations they had. */
export async function resumeResources(
  tx: Tx,
  change: { orderItemIds: string[]; at: Date; actor: Actor },
): Promise<{ resumed: number }> {
  const closed = await lockResources(tx, { orderItemIds: change.orderItemIds, suspended: true });
  await tx.apiResource.updateMany({ where: { id: { in: closed } }, data: { suspendedAt: null } });
  await recordEach(tx, closed, 'api_resource.resume', change);
  return { resumed: closed.length };
}

async function recordEach(
  tx: Tx,
  ids: string[],
  action: `api_resource.${string}`,
  { at, actor }: { at: Date; actor: Actor },
): Promise<void> {
  for (const objectId of ids) await recordAudit(tx, { at, actor, action, objectKind: 'api_resource', objectId });
}

// In id order, as activate_calls takes them, so that a dispute and a herd of activations never deadlock.
async function lockResources(tx: Tx, which: { orderItemIds: string[]; suspended: boolean }): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM api_resource
    WHERE order_item_id = ANY (${which.orderItemIds}::uuid[]) AND (suspended_at IS NOT NULL) = ${which.suspended}
    ORDER BY id FOR UPDATE`;
  return rows.map((row) => row.id);
}
