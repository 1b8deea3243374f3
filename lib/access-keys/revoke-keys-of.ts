import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { ensureDefaultKey } from './ensure-default-key';
import { lockOwner } from './key-owner';
import { setKeyState } from './set-key-state';
import { endSecrets } from './write-secret';

/**
 * Ends every key of an account in the caller's transaction, without telling its owner, and answers how many there were. A
 * default key is replaced by a new one.
 */
export async function revokeKeysOf(tx: Tx, of: { customerId: string; actor: Actor; at: Date }): Promise<number> {
  const { customerId, actor, at } = of;
  await lockOwner(tx, customerId);
  const keys = await tx.accessKey.findMany({ where: { customerId, state: { not: 'revoked' } } });
  for (const key of keys) {
    await setKeyState(tx, key, { state: 'revoked', action: 'access_key.revoke', actor, at });
    await endSecrets(tx, key, { cause: 'revoked', at });
  }
  if (keys.some((key) => key.isDefault)) await ensureDefaultKey(tx, { customerId, actor, at });
  return keys.length;
}
