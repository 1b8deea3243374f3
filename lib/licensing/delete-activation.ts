import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';

export type DeleteActivationResult =
  | { ok: true; instance: string; label: string }
  | { ok: false; reason: 'activation_not_found' };

/**
 * A person removes an activation and gets the place back. Ownership is in the statement: without `customerId` matching, the
 * activation is "not found". The client's next status answers inactive.
 */
export async function deleteActivation(which: {
  customerId: string;
  activationId: string;
  /** Only if it stands on this licence. */
  licenceNumber?: number;
  actor: Actor;
}): Promise<DeleteActivationResult> {
  const { customerId, activationId, licenceNumber, actor } = which;
  if (!isUuid(activationId)) return { ok: false, reason: 'activation_not_found' };
  return inTransaction(async (tx) => {
    if (licenceNumber !== undefined) {
      const place = { id: activationId, customerId, resource: { number: licenceNumber } };
      if ((await tx.activation.count({ where: place })) === 0) return { ok: false, reason: 'activation_not_found' };
    }
    const [gone] = await tx.$queryRaw<{ api_resource_id: string; instance: string; label: string }[]>`
      SELECT api_resource_id, instance, label FROM delete_activation(${activationId}::uuid, ${customerId}::uuid)`;
    if (!gone) return { ok: false, reason: 'activation_not_found' };
    await recordAudit(tx, {
      actor,
      action: 'activation.delete',
      objectKind: 'activation',
      objectId: activationId,
      before: { apiResourceId: gone.api_resource_id, instance: gone.instance, label: gone.label },
    });
    return { ok: true, instance: gone.instance, label: gone.label };
  });
}
