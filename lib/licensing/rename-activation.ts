import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { keysWithin } from '../secrets/developer-key';

/** Characters of a label, as client software may send them. */
export const LONGEST_LABEL = 190;

export type RenameActivationResult = { ok: true } | { ok: false; reason: 'activation_not_found' | 'label_has_key' };

/**
 * A customer says in their own words where an activation runs. Nothing is decided by it, and client software that names its
 * place again at its next activation has the last word. Somebody else's activation is "not found".
 */
export async function renameActivation(wish: {
  customerId: string;
  licenceNumber: number;
  activationId: string;
  label: string;
  actor: Actor;
}): Promise<RenameActivationResult> {
  const { customerId, licenceNumber, activationId: id, actor } = wish;
  // PostgreSQL text cannot hold NUL.
  const label = wish.label.replaceAll('\0', '').trim().slice(0, LONGEST_LABEL);
  if (keysWithin(label).length > 0) return { ok: false, reason: 'label_has_key' };
  if (!isUuid(id)) return { ok: false, reason: 'activation_not_found' };
  return inTransaction(async (tx) => {
    const [known] = await tx.$queryRaw<{ label: string; instance: string }[]>`
      SELECT a.label, a.instance FROM activation a JOIN api_resource r ON r.id = a.api_resource_id
      WHERE a.id = ${id}::uuid AND a.customer_id = ${customerId}::uuid AND r.number = ${licenceNumber}
      FOR UPDATE OF a`;
    if (!known) return { ok: false, reason: 'activation_not_found' };
    if (known.label === label) return { ok: true };
    await tx.activation.update({ where: { id }, data: { label } });
    await recordAudit(tx, {
      actor,
      action: 'activation.rename',
      objectKind: 'activation',
      objectId: id,
      before: { label: known.label, instance: known.instance },
      after: { label, instance: known.instance },
    });
    return { ok: true };
  });
}
