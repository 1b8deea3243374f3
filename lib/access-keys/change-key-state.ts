import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';
import { ensureDefaultKey } from './ensure-default-key';
import { type KeyOf, type KeyOwner, type KeyRow, lockKey, needsFactor } from './key-owner';
import type { DeveloperKey, KeyNotFound } from './key-view';
import { readChangedKey } from './list-keys';
import { mailKeyNotice } from './mail-key-notice';
import { setKeyState } from './set-key-state';
import { endSecrets } from './write-secret';

/** Of an owner, or with `anyOwner` (only where an admin acts) of anybody. */
export type ChangeKeyWish = KeyOf & { actor: Actor; at?: Date };

export type DisableKeyResult = { ok: true; key: DeveloperKey } | { ok: false; reason: KeyNotFound | 'key_revoked' };
export type ActivateKeyResult =
  | { ok: true; key: DeveloperKey }
  | { ok: false; reason: KeyNotFound | 'key_revoked' | 'key_leaked' | 'mfa_required' };
export type RevokeKeyResult =
  | {
      ok: true;
      key: DeveloperKey;
      /** The sid of the default key that took its place. */
      newDefaultSid: string | undefined;
    }
  | { ok: false; reason: KeyNotFound };

/** Disables a key: from COMMIT it opens nothing. Reversible; a disabled one stays as it is. No new default is made. */
export async function disableKey(wish: ChangeKeyWish): Promise<DisableKeyResult> {
  const { actor, at = now() } = wish;
  const done = await inTransaction<{ ok: true; row: KeyRow } | Extract<DisableKeyResult, { ok: false }>>(async (tx) => {
    const found = await lockKey(tx, wish);
    if (!found) return { ok: false, reason: 'key_not_found' };
    const { key, owner } = found;
    if (key.state === 'revoked') return { ok: false, reason: 'key_revoked' };
    if (key.state === 'active') {
      await setKeyState(tx, key, { state: 'disabled', action: 'access_key.disable', actor, at });
      await tellOwner(tx, { event: 'disabled', key, owner, actor, at });
    }
    return { ok: true, row: key };
  });
  return done.ok ? { ok: true, key: await readChangedKey(done.row, at) } : done;
}

/** Lets a disabled key work again. Only its owner can; while a factor is demanded and missing it is refused. */
export async function activateKey(wish: {
  customerId: string;
  sid: string;
  actor: Actor;
  at?: Date;
}): Promise<ActivateKeyResult> {
  const { actor, at = now() } = wish;
  const done = await inTransaction<{ ok: true; row: KeyRow } | Extract<ActivateKeyResult, { ok: false }>>(
    async (tx) => {
      const found = await lockKey(tx, wish);
      if (!found) return { ok: false, reason: 'key_not_found' };
      const { key, owner } = found;
      if (key.state === 'revoked') return { ok: false, reason: 'key_revoked' };
      if (key.leakedAt !== null) return { ok: false, reason: 'key_leaked' };
      if (key.state === 'active') return { ok: true, row: key };
      const { mfaRequiredFor } = await readStoreSettings(tx);
      if (!owner.hasFactor && needsFactor(key.kind, mfaRequiredFor)) return { ok: false, reason: 'mfa_required' };
      await setKeyState(tx, key, { state: 'active', action: 'access_key.activate', actor, at });
      return { ok: true, row: key };
    },
  );
  return done.ok ? { ok: true, key: await readChangedKey(done.row, at) } : done;
}

/** Ends a key for good; its row stays as history. A revoked default is replaced by a new one in the same transaction. */
export async function revokeKey(wish: ChangeKeyWish): Promise<RevokeKeyResult> {
  const { actor, at = now() } = wish;
  const done = await inTransaction(async (tx) => {
    const found = await lockKey(tx, wish);
    if (!found) return undefined;
    const { key, owner } = found;
    if (key.state === 'revoked') return { row: key, newDefaultSid: undefined };
    await setKeyState(tx, key, { state: 'revoked', action: 'access_key.revoke', actor, at });
    await endSecrets(tx, key, { cause: 'revoked', at });
    await tellOwner(tx, { event: 'revoked', key, owner, actor, at });
    const made = key.isDefault ? await ensureDefaultKey(tx, { customerId: owner.id, actor, at }) : undefined;
    return { row: key, newDefaultSid: made?.sid };
  });
  if (!done) return { ok: false, reason: 'key_not_found' };
  return { ok: true, key: await readChangedKey(done.row, at), newDefaultSid: done.newDefaultSid };
}

type Told = {
  event: 'disabled' | 'revoked' | 'removed';
  key: KeyRow;
  owner: KeyOwner;
  actor: Actor;
  at: Date;
};

/** Tells the owner by mail that a key of theirs ended or rests, and whether the operator of the store did it. */
export async function tellOwner(tx: Tx, { event, key, owner, actor, at }: Told): Promise<void> {
  const { sid, name, prefix } = key;
  await mailKeyNotice(
    tx,
    {
      to: owner.email,
      event,
      key: { sid, name, hint: prefix },
      at,
      ...(actor.address ? { address: actor.address } : {}),
      ...(actor.id === owner.id ? {} : { byAdmin: true }),
    },
    `${event}|${sid}|${at.toISOString()}`,
  );
}
