import type { Tx } from '../db/client';
import { isUuid } from '../db/uuid';

export type MasterKeyRefusal = 'key_not_found' | 'already_replaced' | 'customer_deleted';

type Found =
  | { ok: true; key: { id: string; hint: string; disabledAt: Date | null; email: string } }
  | { ok: false; reason: MasterKeyRefusal };

/**
 * The master API key that a change is about, held until the caller's transaction ends. Any other customer's is "not found";
 * one that has been replaced meanwhile is told apart, for the admin's page was older than that.
 */
export async function findLiveMasterKey(tx: Tx, which: { customerId: string; keyId: string }): Promise<Found> {
  const { customerId, keyId } = which;
  if (!isUuid(keyId)) return { ok: false, reason: 'key_not_found' };
  // As ensure-master-key does: of two changes at once the second sees the first.
  await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.licenseKey.findFirst({
    where: { id: keyId, customerId, kind: 'master' },
    select: {
      id: true,
      hint: true,
      disabledAt: true,
      replacedAt: true,
      customer: { select: { email: true, deletedAt: true } },
    },
  });
  if (!row?.customer) return { ok: false, reason: 'key_not_found' };
  if (row.customer.deletedAt) return { ok: false, reason: 'customer_deleted' };
  if (row.replacedAt) return { ok: false, reason: 'already_replaced' };
  const { id, hint, disabledAt, customer } = row;
  return { ok: true, key: { id, hint, disabledAt, email: customer.email } };
}
