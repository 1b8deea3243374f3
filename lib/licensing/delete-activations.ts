import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Prisma } from '../db/client';
import { isUuid } from '../db/uuid';
import { type BulkResult, recordBulkChange } from './bulk-change';

type Gone = Prisma.JsonObject & { id: string; api_resource_id: string; instance: string; label: string };

/**
 * An admin removes activations, anybody's, and their places are free again. One transaction, one audit row each. What is
 * gone already is counted as left alone.
 */
export async function deleteActivations(request: {
  ids: string[];
  actor: Actor & { id: string };
  at?: Date;
}): Promise<BulkResult> {
  const { actor, at = now() } = request;
  const ids = [...new Set(request.ids.filter(isUuid))];
  if (ids.length === 0) return { ok: false, reason: 'nothing_chosen' };
  return inTransaction(async (tx) => {
    // All of them before the first deletion, in the order in which activate_calls takes them.
    await tx.$queryRaw`
      SELECT 1 FROM api_resource WHERE id IN (SELECT api_resource_id FROM activation WHERE id = ANY (${ids}::uuid[]))
      ORDER BY id FOR UPDATE`;
    const changed: Gone[] = [];
    for (const id of ids) {
      const [row] = await tx.$queryRaw<{ gone: Gone }[]>`
        SELECT to_jsonb(a) AS gone FROM delete_activation(${id}::uuid, NULL) a`;
      if (!row) continue;
      changed.push(row.gone);
      const { api_resource_id: apiResourceId, instance, label } = row.gone;
      await recordAudit(tx, {
        at,
        actor,
        action: 'activation.delete',
        objectKind: 'activation',
        objectId: id,
        before: { apiResourceId, instance, label },
      });
    }
    const left = ids.length - changed.length;
    return recordBulkChange(tx, { kind: 'activation.delete', actorId: actor.id, at, changed, left });
  });
}
