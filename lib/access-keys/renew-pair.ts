import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';
import { aYearAfter } from './check-fields';
import { lockKey, needsFactor } from './key-owner';
import type { DeveloperKey, KeyNotFound } from './key-view';
import { readChangedKey } from './list-keys';

type RenewRefusal =
  /** `from` = the instant from which it may be renewed. */
  | { ok: false; reason: 'too_early'; from: Date }
  | {
      ok: false;
      reason:
        | KeyNotFound
        | 'key_revoked'
        | 'key_expired'
        | 'key_leaked'
        | 'not_a_pair'
        | 'mfa_required'
        | 'lifetime_too_long';
    };

export type RenewPairResult = { ok: true; key: DeveloperKey } | RenewRefusal;

type RenewWish = { customerId: string; sid: string; actor: Actor; at?: Date };

const DAY_MS = 86_400_000;
const LAST_DAYS = 60;

/** Adds one calendar year to a pair in its last 60 days; its values stay. */
export async function renewPair(wish: RenewWish): Promise<RenewPairResult> {
  const { at = now() } = wish;
  const done = await inTransaction((tx) => renew(tx, wish, at));
  return done.ok ? { ok: true, key: await readChangedKey(wish, at) } : done;
}

async function renew(tx: Tx, wish: RenewWish, at: Date): Promise<{ ok: true } | RenewRefusal> {
  const found = await lockKey(tx, wish);
  if (!found) return { ok: false, reason: 'key_not_found' };
  const { key, owner } = found;
  if (key.kind !== 'pair' || key.expiresAt === null) return { ok: false, reason: 'not_a_pair' };
  if (key.state === 'revoked') return { ok: false, reason: 'key_revoked' };
  if (key.leakedAt !== null) return { ok: false, reason: 'key_leaked' };
  if (key.expiresAt <= at) return { ok: false, reason: 'key_expired' };
  const from = new Date(key.expiresAt.getTime() - LAST_DAYS * DAY_MS);
  if (at < from) return { ok: false, reason: 'too_early', from };
  const { mfaRequiredFor, keyMaxLifetimeDays } = await readStoreSettings(tx);
  if (!owner.hasFactor && needsFactor('pair', mfaRequiredFor)) return { ok: false, reason: 'mfa_required' };
  const expiresAt = aYearAfter(key.expiresAt);
  // The same value for longer than the store allows any: a new value is what it wants.
  const latest =
    keyMaxLifetimeDays === 0 ? expiresAt : new Date(key.secretMadeAt.getTime() + keyMaxLifetimeDays * DAY_MS);
  if (expiresAt > latest) return { ok: false, reason: 'lifetime_too_long' };
  await tx.accessKey.update({ where: { id: key.id }, data: { expiresAt } });
  const { customerId, name } = key;
  await recordAudit(tx, {
    actor: wish.actor,
    action: 'access_key.renew',
    objectKind: 'access_key',
    objectId: key.sid,
    before: { expiresAt: key.expiresAt.toISOString() },
    after: { customerId, name, expiresAt: expiresAt.toISOString() },
    at,
  });
  return { ok: true };
}
