import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';

/** Closes the resources of these order items for good: from COMMIT on their keys answer as revoked. Again changes nothing. */
export async function revokeResources(
  tx: Tx,
  change: { orderItemIds: string[]; at: Date; actor: Actor },
): Promise<{ revoked: number }> {
  const open = await lockResources(tx, { orderItemIds: change.orderItemIds, revoked: false });
  await tx.apiResource.updateMany({ where: { id: { in: open } }, data: { revokedAt: change.at } });
  const { at, actor } = change;
  for (const objectId of open) {
    await recordAudit(tx, { at, actor, action: 'api_resource.revoke', objectKind: 'api_resource', objectId });
  }
  return { revoked: open.length };
}

/** The payment came back (a refund failed, a dispute was won): the same keys live again with their activations. */
export async function restoreResources(
  tx: Tx,
  change: { orderItemIds: string[]; actor: Actor },
): Promise<{ restored: number }> {
  const closed = await lockResources(tx, { orderItemIds: change.orderItemIds, revoked: true });
  await tx.apiResource.updateMany({ where: { id: { in: closed } }, data: { revokedAt: null } });
  for (const objectId of closed) {
    await recordAudit(tx, {
      actor: change.actor,
      action: 'api_resource.restore',
      objectKind: 'api_resource',
      objectId,
    });
  }
  return { restored: closed.length };
}

// In id order, as activate_calls takes them, so that a refund and a herd of activations never deadlock.
async function lockResources(tx: Tx, which: { orderItemIds: string[]; revoked: boolean }): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM api_resource
    WHERE order_item_id = ANY (${which.orderItemIds}::uuid[]) AND (revoked_at IS NOT NULL) = ${which.revoked}
    ORDER BY id FOR UPDATE`;
  return rows.map((row) => row.id);
}
