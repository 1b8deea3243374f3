import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import type { KeyRow } from './key-owner';

type Step = {
  state: KeyRow['state'];
  action: 'access_key.disable' | 'access_key.activate' | 'access_key.revoke';
  actor: Actor;
  at: Date;
};

/** Writes the state of a locked key and its audit entry, in the caller's transaction. */
export async function setKeyState(tx: Tx, key: KeyRow, { state, action, actor, at }: Step): Promise<void> {
  await tx.accessKey.update({ where: { id: key.id }, data: { state, stateChangedAt: at } });
  const { customerId, name } = key;
  await recordAudit(tx, {
    actor,
    action,
    objectKind: 'access_key',
    objectId: key.sid,
    before: { state: key.state },
    after: { customerId, name, state },
    at,
  });
}
