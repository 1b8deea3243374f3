import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { lockCustomerLicenses } from '../db/lock-customer-licenses';
import { isUuid } from '../db/uuid';
import { findLiveMasterKey, type MasterKeyRefusal } from './find-live-master-key';

export type DisableMasterKeyResult = { ok: true } | { ok: false; reason: MasterKeyRefusal };

type Which = { customerId: string; keyId: string; actor: Actor; at?: Date };

/**
 * Switches a master API key off: from COMMIT its calls are told that access is disabled, and no activation made with it is
 * committed afterwards. Its activations stay, and the customer's other keys work on.
 */
export async function disableMasterKey(which: Which): Promise<DisableMasterKeyResult> {
  return switchMasterKey(which, false);
}

/** Switches it on again, with the activations it had. */
export async function enableMasterKey(which: Which): Promise<DisableMasterKeyResult> {
  return switchMasterKey(which, true);
}

async function switchMasterKey(which: Which, isOn: boolean): Promise<DisableMasterKeyResult> {
  const { customerId, actor, at = now() } = which;
  if (!isUuid(customerId)) return { ok: false, reason: 'key_not_found' };
  return inTransaction(async (tx) => {
    await lockCustomerLicenses(tx, customerId);
    const found = await findLiveMasterKey(tx, which);
    if (!found.ok) return found;
    const { id, disabledAt } = found.key;
    if ((disabledAt === null) === isOn) return { ok: true };
    await tx.licenseKey.update({ where: { id }, data: { disabledAt: isOn ? null : at } });
    await recordAudit(tx, {
      actor,
      action: isOn ? 'master_api_key.enable' : 'master_api_key.disable',
      objectKind: 'license_key',
      objectId: id,
      before: { customerId, disabled: isOn },
      after: { customerId, disabled: !isOn },
      at,
    });
    return { ok: true };
  });
}
