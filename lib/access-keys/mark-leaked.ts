import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import type { KeyOwner, KeyRow } from './key-owner';
import { mailKeyNotice } from './mail-key-notice';

/** How a value in somebody else's hands came to the store's ears. */
export type LeakSource = { by: 'owner' | 'revoke_route' | 'github'; url?: string; address?: string };

type Leak = { key: KeyRow; owner: KeyOwner; actor: Actor; at: Date; source: LeakSource };

/** Disables a leaked key until it has a new value, and tells its owner; in the caller's transaction. */
export async function markLeaked(tx: Tx, { key, owner, actor, at, source }: Leak): Promise<void> {
  await tx.accessKey.update({
    where: { id: key.id },
    data: { state: 'disabled', stateChangedAt: at, leakedAt: at, leakSource: source.by },
  });
  await tx.accessToken.deleteMany({ where: { accessKeyId: key.id } });
  await recordAudit(tx, {
    actor,
    action: 'access_key.leak',
    objectKind: 'access_key',
    objectId: key.sid,
    before: { state: key.state },
    after: { customerId: key.customerId, name: key.name, state: 'disabled', ...source },
    at,
  });
  await tellOfLeak(tx, { key, owner, at, source, isLeftWorking: false });
}

/** The mail about a leak: once for each value. */
export async function tellOfLeak(
  tx: Tx,
  { key, owner, at, source, isLeftWorking }: Omit<Leak, 'actor'> & { isLeftWorking: boolean },
): Promise<{ isNew: boolean }> {
  return mailKeyNotice(
    tx,
    {
      to: owner.email,
      event: 'leaked',
      key: { sid: key.sid, name: key.name, hint: key.prefix },
      at,
      isLeftWorking,
      ...(source.url ? { url: source.url } : {}),
    },
    `leaked|${key.sid}|${key.generation}`,
  );
}
