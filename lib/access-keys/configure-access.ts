import { isDeepStrictEqual } from 'node:util';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import type { KeyAccess } from './caller';
import { checkAccess } from './check-fields';
import { accessOf, callingKeyOf, type KeyRow, lockKey } from './key-owner';
import type { DeveloperKey, KeyNotFound } from './key-view';
import { readChangedKey } from './list-keys';

type AccessRefusal = {
  ok: false;
  reason: KeyNotFound | 'key_revoked' | 'more_than_caller' | 'nothing_allowed';
};

export type ConfigureAccessResult = { ok: true; key: DeveloperKey } | AccessRefusal;

type AccessWish = { customerId: string; sid: string; access: KeyAccess; actor: Actor; at?: Date };

/**
 * Sets what a key may do. That the ids exist is checked by who offers them; a restricted key with no operation at all is
 * refused. Called by a key, the result may not go beyond that key. A session that widens needs a fresh proof: the page asks.
 */
export async function configureAccess(wish: AccessWish): Promise<ConfigureAccessResult> {
  const { at = now() } = wish;
  const done = await inTransaction((tx) => configure(tx, wish, at));
  return done.ok ? { ok: true, key: await readChangedKey(wish, at) } : done;
}

async function configure(tx: Tx, wish: AccessWish, at: Date): Promise<{ ok: true } | AccessRefusal> {
  const { actor } = wish;
  const access = inOrder(wish.access);
  if (checkAccess(access)) return { ok: false, reason: 'nothing_allowed' };
  const found = await lockKey(tx, wish);
  if (!found) return { ok: false, reason: 'key_not_found' };
  const { key } = found;
  if (key.state === 'revoked') return { ok: false, reason: 'key_revoked' };
  const caller = await callingKeyOf(tx, actor);
  if (caller && isWider(access, caller.access)) return { ok: false, reason: 'more_than_caller' };
  if (!isDeepStrictEqual(access, inOrder(accessOf(key)))) await write(tx, { key, access, actor }, at);
  return { ok: true };
}

async function write(
  tx: Tx,
  { key, access, actor }: { key: KeyRow; access: KeyAccess; actor: Actor },
  at: Date,
): Promise<void> {
  const operations = access.mode === 'restricted' ? [...access.operations] : [];
  await tx.accessKey.update({ where: { id: key.id }, data: { access: access.mode, operations } });
  const before = accessOf(key);
  await recordAudit(tx, {
    actor,
    action: 'access_key.configure_access',
    objectKind: 'access_key',
    objectId: key.sid,
    before: { access: before.mode === 'full' ? 'full' : [...before.operations] },
    after: { customerId: key.customerId, access: access.mode === 'full' ? 'full' : operations },
    at,
  });
}

/** Each operation once, in one order: the same access is the same value. */
function inOrder(access: KeyAccess): KeyAccess {
  return access.mode === 'full' ? access : { mode: 'restricted', operations: [...new Set(access.operations)].sort() };
}

/** Whether `next` allows anything that `present` does not. */
export function isWider(next: KeyAccess, present: KeyAccess): boolean {
  if (present.mode === 'full') return false;
  return next.mode === 'full' || next.operations.some((one) => !present.operations.includes(one));
}
