import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { keysWithin, readDeveloperKey } from '../secrets/developer-key';
import { digestsOf } from '../secrets/lookup-digest';
import { readStoreSettings } from '../settings/store-settings';
import { endOf } from './check-fields';
import { takeHourly } from './hourly-limit';
import { insertKey } from './insert-key';
import { accessOf, type KeyRow, lockKey, needsFactor } from './key-owner';
import type { DeveloperKey, KeyNotFound, KeyValue } from './key-view';
import { readChangedKey } from './list-keys';
import { type LeakSource, markLeaked, tellOfLeak } from './mark-leaked';

type LeakRefusal =
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number }
  | { ok: false; reason: KeyNotFound | 'key_revoked' | 'key_leaked' | 'mfa_required' };

export type ReportLeakResult =
  | { ok: true; leaked: DeveloperKey; replacement: DeveloperKey; value: KeyValue }
  | LeakRefusal;

type LeakWish = { customerId: string; sid: string; actor: Actor; at?: Date };

/**
 * "This key leaked": the key is disabled at once and cannot be activated again (only regenerated); a replacement with the
 * same kind, name, access and limits is made in the same transaction and its value answered. The leaked key no longer counts
 * against the plan, so there is always room. A leaked default hands that role to its replacement.
 */
export async function reportLeak(wish: LeakWish): Promise<ReportLeakResult> {
  const { customerId, at = now() } = wish;
  const hourly = await takeHourly('make', customerId, at);
  if (!hourly.ok) return hourly;
  const done = await inTransaction((tx) => replaceLeaked(tx, wish, at));
  if (!done.ok) return done;
  const leaked = await readChangedKey(wish, at);
  return { ok: true, leaked, replacement: await readChangedKey({ customerId, sid: done.sid }, at), value: done.value };
}

async function replaceLeaked(
  tx: Tx,
  wish: LeakWish,
  at: Date,
): Promise<{ ok: true; sid: string; value: KeyValue } | LeakRefusal> {
  const { actor } = wish;
  const found = await lockKey(tx, wish);
  if (!found) return { ok: false, reason: 'key_not_found' };
  const { key, owner } = found;
  if (key.state === 'revoked') return { ok: false, reason: 'key_revoked' };
  if (key.leakedAt !== null) return { ok: false, reason: 'key_leaked' };
  const { mfaRequiredFor, keyMaxLifetimeDays } = await readStoreSettings(tx);
  if (!owner.hasFactor && needsFactor(key.kind, mfaRequiredFor)) return { ok: false, reason: 'mfa_required' };
  await markLeaked(tx, { key, owner, actor, at, source: { by: 'owner' } });
  await tx.accessKey.update({ where: { id: key.id }, data: { isDefault: false } });
  const { row, value } = await insertKey(tx, replacementOf(key, at, keyMaxLifetimeDays), { actor, at });
  return { ok: true, sid: row.sid, value };
}

function replacementOf(key: KeyRow, at: Date, maxDays: number) {
  const { customerId, kind, name, note, description, isDefault, addresses, headersOnly } = key;
  const { rateCalls, rateWindow, monthlyCap, rotateDays } = key;
  const lives = { note, description, addresses, headersOnly, rateCalls, rateWindow, monthlyCap, rotateDays };
  // Its own end when it has one that is still to come; else what a new key of its kind gets.
  const isAhead = kind !== 'pair' && key.expiresAt !== null && key.expiresAt > at;
  const end = endOf({ kind, expiresAt: undefined, maxDays }, at);
  const expiresAt = isAhead || !end.ok ? key.expiresAt : end.expiresAt;
  return { ...lives, customerId, kind, name, isDefault, expiresAt, access: accessOf(key), createdBy: 'you' as const };
}

/** A report names so many values at most; the rest of it is left alone. */
const MOST_VALUES = 100;

/**
 * Takes values that were found in public. Each that still opens a key has that key disabled (or, by the store's setting, only
 * its owner told), audited and mailed, once; a found token ends. Answers how many were live: for the log, never for the
 * reporter.
 */
export async function takeLeakReport(
  values: readonly string[],
  source: LeakSource,
  at: Date,
): Promise<{ live: number }> {
  const known = new Set(values.flatMap((value) => keysWithin(value.slice(0, 1_000))));
  let live = 0;
  for (const value of [...known].slice(0, MOST_VALUES)) {
    if (readDeveloperKey(value) === undefined) continue;
    const isLive = await inTransaction((tx) => takeValue(tx, { value, source, at }));
    if (isLive) live++;
  }
  return { live };
}

type Found = { value: string; source: LeakSource; at: Date };

async function takeValue(tx: Tx, { value, source, at }: Found): Promise<boolean> {
  const digest = { in: digestsOf(value).map((bytes) => new Uint8Array(bytes)) };
  const token = await tx.accessToken.deleteMany({ where: { digest } });
  if (token.count > 0) return true;
  const secret = await tx.accessSecret.findFirst({ where: { digest }, select: { key: { select: { sid: true } } } });
  const found = secret && (await lockKey(tx, { anyOwner: true, sid: secret.key.sid }));
  // Its value may have been replaced while the owner's row was waited for.
  const still = found && (await tx.accessSecret.findFirst({ where: { digest }, select: { endsAt: true } }));
  if (!found || !still || (still.endsAt !== null && still.endsAt <= at)) return false;
  const { key, owner } = found;
  if (key.leakedAt !== null) return true;
  const actor: Actor = {
    kind: 'system',
    via: `leak:${source.by}`,
    ...(source.address ? { address: source.address } : {}),
  };
  const { keyLeakAction } = await readStoreSettings(tx);
  if (keyLeakAction === 'disable') {
    await markLeaked(tx, { key, owner, actor, at, source });
    return true;
  }
  const { isNew } = await tellOfLeak(tx, { key, owner, at, source, isLeftWorking: true });
  if (isNew) {
    const after = { customerId: key.customerId, name: key.name, state: key.state, ...source };
    const object = { objectKind: 'access_key', objectId: key.sid };
    await recordAudit(tx, { actor, action: 'access_key.leak', ...object, after, at });
  }
  return true;
}
