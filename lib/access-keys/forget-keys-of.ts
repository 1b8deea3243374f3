import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { lockOwner } from './key-owner';
import { endSecrets } from './write-secret';

/**
 * Removes every key of an account that is being deleted, in the caller's transaction, with what is known of their use. From
 * COMMIT they open nothing. Of their values the tombstones stay, without the names that the person gave. Answers how many
 * there were, and the ids of all keys whose calls may be in the log: of those that were gone before, too.
 */
export async function forgetKeysOf(
  tx: Tx,
  of: { customerId: string; actor: Actor; at: Date },
): Promise<{ removed: number; keyIds: string[] }> {
  const { customerId, actor, at } = of;
  await lockOwner(tx, customerId);
  const keys = await tx.accessKey.findMany({ where: { customerId }, orderBy: { createdAt: 'asc' } });
  for (const key of keys) {
    await endSecrets(tx, key, { cause: 'deleted', at });
    const { sid: objectId, kind, prefix, state } = key;
    const before = { customerId, kind, prefix, state };
    await recordAudit(tx, { actor, action: 'access_key.remove', objectKind: 'access_key', objectId, before, at });
  }
  await tx.deadAccessSecret.updateMany({ where: { customerId }, data: { name: '', seenFrom: null } });
  await tx.accessKey.deleteMany({ where: { customerId } });
  const counted = await tx.accessMonth.findMany({ where: { customerId }, select: { accessKeyId: true } });
  const keyIds = [...new Set([...keys.map(({ id }) => id), ...counted.map(({ accessKeyId }) => accessKeyId)])];
  await forgetUse(tx, customerId, keyIds);
  return { removed: keys.length, keyIds };
}

async function forgetUse(tx: Tx, customerId: string, keyIds: string[]): Promise<void> {
  const ofKeys = { accessKeyId: { in: keyIds } };
  await tx.accessDay.deleteMany({ where: { customerId } });
  await tx.accessMonth.deleteMany({ where: { customerId } });
  await tx.accessQuota.deleteMany({ where: { customerId } });
  await tx.accessFlag.deleteMany({ where: { customerId } });
  await tx.accessCap.deleteMany({ where: ofKeys });
  await tx.accessNetwork.deleteMany({ where: ofKeys });
}
