import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { lockCustomerLicenses } from '../db/lock-customer-licenses';
import { isUuid } from '../db/uuid';
import { enqueueMail } from '../jobs/enqueue-mail';
import { newLicenseKey } from '../secrets/key-format';
import { findLiveMasterKey, type MasterKeyRefusal } from './find-live-master-key';
import { writeLicenseKey } from './write-license-key';

export type ReplaceMasterKeyResult =
  | { ok: true; keyId: string; endedActivations: number }
  | { ok: false; reason: MasterKeyRefusal };

/**
 * Gives the customer a new master API key. From COMMIT the old one opens nothing, and no activation made with it is committed
 * afterwards. Activations made with a master key are kept (the new key finds them as its own) or ended, as told; those of
 * other keys stay in any case. `keyId` names the key to be replaced, so sending the same wish twice replaces once. The
 * customer is told by mail, without the key.
 */
export async function replaceMasterKey(wish: {
  customerId: string;
  keyId: string;
  activations: 'keep' | 'end';
  actor: Actor;
  at?: Date;
}): Promise<ReplaceMasterKeyResult> {
  const { customerId, activations, actor, at = now() } = wish;
  if (!isUuid(customerId)) return { ok: false, reason: 'key_not_found' };
  return inTransaction(async (tx) => {
    await lockCustomerLicenses(tx, customerId);
    const found = await findLiveMasterKey(tx, wish);
    if (!found.ok) return found;
    const { key } = found;
    await tx.licenseKey.update({ where: { id: key.id }, data: { replacedAt: at } });
    const { id } = await writeLicenseKey(
      tx,
      { key: newLicenseKey('lkm'), kind: 'master', customerId, apiResourceId: null, productId: null },
      at,
    );
    const ended = activations === 'end' ? await endMasterActivations(tx, { customerId, actor, at }) : 0;
    await recordAudit(tx, {
      actor,
      action: 'master_api_key.replace',
      objectKind: 'license_key',
      objectId: key.id,
      before: { customerId, hint: key.hint, disabled: key.disabledAt !== null },
      after: { replacedBy: id, activations, endedActivations: ended },
      at,
    });
    const facts = { at: at.toISOString(), endedActivations: ended };
    const mail = { template: 'master_key_replaced' as const, to: key.email, facts };
    await enqueueMail(tx, mail, `mail|master_key_replaced|${key.id}`);
    return { ok: true, keyId: id, endedActivations: ended };
  });
}

type Gone = { id: string; api_resource_id: string; instance: string; label: string };

/** Also those that were kept when an earlier master key was replaced. */
async function endMasterActivations(
  tx: Tx,
  { customerId, actor, at }: { customerId: string; actor: Actor; at: Date },
): Promise<number> {
  const gone = await tx.$queryRaw<Gone[]>`
    SELECT g.id, g.api_resource_id, g.instance, g.label
    FROM (SELECT a.id FROM activation a JOIN license_key k ON k.id = a.license_key_id
          WHERE a.customer_id = ${customerId}::uuid AND k.kind = 'master') a
    CROSS JOIN LATERAL delete_activation(a.id, ${customerId}::uuid) g`;
  for (const { id, api_resource_id: apiResourceId, instance, label } of gone) {
    const before = { apiResourceId, instance, label };
    await recordAudit(tx, {
      actor,
      action: 'activation.delete',
      objectKind: 'activation',
      objectId: id,
      before,
      at,
    });
  }
  return gone.length;
}
