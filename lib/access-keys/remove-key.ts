import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { tellOwner } from './change-key-state';
import { ensureDefaultKey } from './ensure-default-key';
import { keyFacts } from './insert-key';
import { lockKey } from './key-owner';
import type { KeyNotFound } from './key-view';
import { endSecrets } from './write-secret';

export type RemoveKeyResult =
  | {
      ok: true;
      /** The sid of the default key that took its place. */
      newDefaultSid: string | undefined;
    }
  | { ok: false; reason: KeyNotFound };

/**
 * Removes a key: from COMMIT it opens nothing and is listed nowhere. Its digests stay for 400 days, so that its later use is
 * recognised. A removed default is replaced by a new one in the same transaction. Always possible, whatever its state.
 */
export async function removeKey(wish: {
  customerId: string;
  sid: string;
  actor: Actor;
  at?: Date;
}): Promise<RemoveKeyResult> {
  const { actor, at = now() } = wish;
  return inTransaction<RemoveKeyResult>(async (tx) => {
    const found = await lockKey(tx, wish);
    if (!found) return { ok: false, reason: 'key_not_found' };
    const { key, owner } = found;
    await endSecrets(tx, key, { cause: 'deleted', at });
    await tx.accessKey.delete({ where: { id: key.id } });
    await recordAudit(tx, {
      actor,
      action: 'access_key.remove',
      objectKind: 'access_key',
      objectId: key.sid,
      before: keyFacts(key),
      at,
    });
    await tellOwner(tx, { event: 'removed', key, owner, actor, at });
    const isNeeded = key.isDefault && key.state !== 'revoked';
    const made = isNeeded ? await ensureDefaultKey(tx, { customerId: owner.id, actor, at }) : undefined;
    return { ok: true, newDefaultSid: made?.sid };
  });
}
