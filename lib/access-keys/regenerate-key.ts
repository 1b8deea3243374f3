import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';
import { isListWithin } from './address-list';
import { isWider } from './configure-access';
import { takeHourly } from './hourly-limit';
import { accessOf, callingKeyOf, countKeys, type KeyOwner, type KeyRow, lockKey, needsFactor } from './key-owner';
import type { DeveloperKey, KeyNotFound, KeyValue } from './key-view';
import { readChangedKey } from './list-keys';
import { replaceValue } from './replace-value';

/** How long a replaced value may go on working: not at all, an hour, a day, a week. */
export const OVERLAP_SECONDS = [0, 3_600, 86_400, 604_800] as const;
export type OverlapSeconds = (typeof OVERLAP_SECONDS)[number];

type RegenerateRefusal =
  | { ok: false; reason: 'key_limit_reached'; max: number }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number }
  | { ok: false; reason: KeyNotFound | 'key_revoked' | 'mfa_required' | 'more_than_caller' };

export type RegenerateKeyResult = { ok: true; key: DeveloperKey; value: KeyValue } | RegenerateRefusal;

type RegenerateWish = { customerId: string; sid: string; overlapSeconds: OverlapSeconds; actor: Actor; at?: Date };

/**
 * Gives a key a new value; sid, name, access, limits and counts stay. With an overlap of 0 every earlier value (and every
 * token had for it) opens nothing from COMMIT. A pair also gets a new access key id and a new year; an expired key a new life
 * as long as the one that is over. A leaked key is active again, if the plan has room.
 */
export async function regenerateKey(wish: RegenerateWish): Promise<RegenerateKeyResult> {
  const { customerId, at = now() } = wish;
  const hourly = await takeHourly('make', customerId, at);
  if (!hourly.ok) return hourly;
  const done = await inTransaction((tx) => regenerate(tx, wish, at));
  return done.ok ? { ok: true, key: await readChangedKey(wish, at), value: done.value } : done;
}

async function regenerate(
  tx: Tx,
  wish: RegenerateWish,
  at: Date,
): Promise<{ ok: true; value: KeyValue } | RegenerateRefusal> {
  const { actor, overlapSeconds } = wish;
  const found = await lockKey(tx, wish);
  if (!found) return { ok: false, reason: 'key_not_found' };
  const { key, owner } = found;
  if (key.state === 'revoked') return { ok: false, reason: 'key_revoked' };
  const { mfaRequiredFor, keyMaxLifetimeDays } = await readStoreSettings(tx);
  if (!owner.hasFactor && needsFactor(key.kind, mfaRequiredFor)) return { ok: false, reason: 'mfa_required' };
  if (await isBeyondCaller(tx, key, actor)) return { ok: false, reason: 'more_than_caller' };
  const room = await roomFor(tx, key, owner);
  if (!room.ok) return room;
  // Nothing of a leaked key may go on working.
  const overlap = key.leakedAt === null ? overlapSeconds : 0;
  const facts = { actor, at, overlapSeconds: overlap, maxDays: keyMaxLifetimeDays, event: 'regenerated' as const };
  return { ok: true, value: await replaceValue(tx, { key, owner }, facts) };
}

/** The answer holds the value: a calling key gets none that can do more than itself. */
async function isBeyondCaller(tx: Tx, key: KeyRow, actor: Actor): Promise<boolean> {
  const caller = await callingKeyOf(tx, actor);
  if (!caller) return false;
  return isWider(accessOf(key), caller.access) || !isListWithin(key.addresses, caller.addresses);
}

/** A leaked key does not count against the plan; with a new value it does again. */
async function roomFor(
  tx: Tx,
  key: KeyRow,
  { id, plan }: KeyOwner,
): Promise<{ ok: true } | { ok: false; reason: 'key_limit_reached'; max: number }> {
  if (key.leakedAt === null) return { ok: true };
  const used = await countKeys(tx, id);
  const [count, max] = key.kind === 'pair' ? [used.pairs, plan.maxPairs] : [used.keys, plan.maxKeys];
  return max === null || count < max ? { ok: true } : { ok: false, reason: 'key_limit_reached', max };
}
