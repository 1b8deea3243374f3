import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { newLicenseKey } from '../secrets/key-format';
import { writeLicenseKey } from './write-license-key';

/** Gives the customer a master API key unless there is one. Two purchases at once make one key: the customer row is locked. */
export async function ensureMasterKey(
  tx: Tx,
  owner: { customerId: string; masterApiKey?: string; at: Date; recordedAt?: Date; actor: Actor },
): Promise<{ made: boolean }> {
  const { customerId, at, actor } = owner;
  await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR NO KEY UPDATE`;
  const existing = await tx.licenseKey.findFirst({
    where: { customerId, kind: 'master', replacedAt: null },
    select: { id: true },
  });
  if (existing) return { made: false };
  const key = owner.masterApiKey ?? newLicenseKey('lkm');
  const { id } = await writeLicenseKey(
    tx,
    { key, kind: 'master', customerId, apiResourceId: null, productId: null },
    at,
  );
  await recordAudit(tx, {
    ...(owner.recordedAt ? { at: owner.recordedAt } : {}),
    actor,
    action: 'master_api_key.issue',
    objectKind: 'license_key',
    objectId: id,
    after: { customerId },
  });
  return { made: true };
}
