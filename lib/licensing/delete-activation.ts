import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Prisma } from '../db/client';
import { isUuid } from '../db/uuid';
import { recordBulkChange } from './bulk-change';

export type DeleteActivationResult =
  /** `changeId`: what `undoOwnDeletion` takes back; only of a deletion that was asked to be undoable. */
  { ok: true; instance: string; label: string; changeId?: string } | { ok: false; reason: 'activation_not_found' };

type Gone = Prisma.JsonObject & { api_resource_id: string; instance: string; label: string };

/**
 * A person removes an activation and gets the place back. Ownership is in the statement: without `customerId` matching, the
 * activation is "not found". The client's next status answers inactive. With `isUndoable` its owner can take it back.
 */
export async function deleteActivation(which: {
  customerId: string;
  activationId: string;
  /** Only if it stands on this licence. */
  licenceNumber?: number;
  isUndoable?: boolean;
  actor: Actor;
  at?: Date;
}): Promise<DeleteActivationResult> {
  const { customerId, activationId, licenceNumber, isUndoable = false, actor, at = now() } = which;
  if (!isUuid(activationId)) return { ok: false, reason: 'activation_not_found' };
  return inTransaction(async (tx) => {
    if (licenceNumber !== undefined) {
      const place = { id: activationId, customerId, resource: { number: licenceNumber } };
      if ((await tx.activation.count({ where: place })) === 0) return { ok: false, reason: 'activation_not_found' };
    }
    const [row] = await tx.$queryRaw<{ gone: Gone }[]>`
      SELECT to_jsonb(a) AS gone FROM delete_activation(${activationId}::uuid, ${customerId}::uuid) a`;
    if (!row) return { ok: false, reason: 'activation_not_found' };
    const { gone } = row;
    await recordAudit(tx, {
      at,
      actor,
      action: 'activation.delete',
      objectKind: 'activation',
      objectId: activationId,
      before: { apiResourceId: gone.api_resource_id, instance: gone.instance, label: gone.label },
    });
    const { instance, label } = gone;
    if (!isUndoable) return { ok: true, instance, label };
    const change = { kind: 'activation.delete' as const, actorId: customerId, at, changed: [gone], left: 0 };
    const kept = await recordBulkChange(tx, change);
    return { ok: true, instance, label, ...(kept.ok ? { changeId: kept.changeId } : {}) };
  });
}
