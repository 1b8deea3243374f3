import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { isWeakKey } from './estimate-key-entropy';
import { insertAssociatedKeys } from './insert-associated-keys';

export type KeptKey = { key: string; apiResourceId: string; customerId: string; productId: string };

/**
 * Keeps keys that API Resources have had elsewhere, as they are: from COMMIT on each opens its resource. One that is here
 * already stays as it is; the caller has looked whose it is.
 */
export async function keepAssociatedKeys(
  tx: Tx,
  kept: { keys: readonly KeptKey[]; at: Date; actor: Actor },
): Promise<number> {
  const { keys, at, actor } = kept;
  if (keys.length === 0) return 0;
  const rows = keys.map(({ key, productId, customerId, apiResourceId }) => ({
    key,
    productId,
    isWeak: isWeakKey(key),
    owner: { customerId, apiResourceId },
    stockPosition: null,
  }));
  const added = await insertAssociatedKeys(tx, rows, at);
  for (const apiResourceId of new Set(keys.map((one) => one.apiResourceId))) {
    const ofResource = keys.filter((one) => one.apiResourceId === apiResourceId).length;
    await recordAudit(tx, {
      actor,
      action: 'associated_api_key.import',
      objectKind: 'api_resource',
      objectId: apiResourceId,
      after: { keys: ofResource },
    });
  }
  return added;
}
