import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { readStoreSettings, type StoreSettings } from '../settings/store-settings';
import { isListWithin } from './address-list';
import type { AccessKeyKind, KeyAccess } from './caller';
import { type CheckedFields, checkAccess, checkFields, endOf } from './check-fields';
import { isWider } from './configure-access';
import { takeHourly } from './hourly-limit';
import { insertKey } from './insert-key';
import type { KeyFault, KeyFields } from './key-fields';
import { type CallingKey, callingKeyOf, countKeys, type KeyOwner, lockOwner, needsFactor } from './key-owner';
import type { DeveloperKey, KeyValue } from './key-view';
import { readChangedKey } from './list-keys';
import { mailKeyNotice } from './mail-key-notice';

export type CreateKeyWish = KeyFields & {
  customerId: string;
  kind: AccessKeyKind;
  name: string;
  /** False = made deactivated. */
  isActive?: boolean;
  /** Left out = full, or what the calling key has. That the ids exist is checked by who offers them. */
  access?: KeyAccess;
  /** Via `key:SID`: the new key gets no more access and no more addresses than that key has. */
  actor: Actor;
  at?: Date;
};

export type CreateKeyResult =
  | {
      ok: true;
      key: DeveloperKey;
      value: KeyValue;
      /** Another live key of the owner has this name; said, not refused. */
      hasSameName: boolean;
    }
  | CreateRefusal;

type CreateRefusal =
  | { ok: false; reason: 'fields_invalid'; faults: KeyFault[] }
  /** `max` keys (for pairs: pairs) may be had under the owner's plan. */
  | { ok: false; reason: 'key_limit_reached' | 'pair_limit_reached'; max: number }
  | { ok: false; reason: 'lifetime_too_long'; maxDays: number }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number }
  | {
      ok: false;
      reason: 'customer_not_found' | 'kind_not_allowed' | 'pairs_not_in_plan' | 'mfa_required' | 'more_than_caller';
    };

/**
 * Makes a key of the owner, mails them, and answers its value in clear: the only time for secret keys and pairs. Expiry when
 * left out: none for standard, 90 days for secret, one calendar year for a pair (api-keys.md K4). At most 20 an hour.
 */
export async function createKey(wish: CreateKeyWish): Promise<CreateKeyResult> {
  const { customerId, at = now() } = wish;
  const checked = checkWish(wish, at);
  if (!checked.ok) return checked;
  const hourly = await takeHourly('make', customerId, at);
  if (!hourly.ok) return hourly;
  const made = await inTransaction((tx) => make(tx, wish, { ...checked.fields, name: checked.name }, at));
  if (!made.ok) return made;
  const key = await readChangedKey({ customerId, sid: made.sid }, at);
  return { ok: true, key, value: made.value, hasSameName: made.hasSameName };
}

/** The fields as they are stored, or everything that is wrong about them. */
function checkWish(wish: CreateKeyWish, at: Date) {
  const read = checkFields(wish, wish.kind, at);
  const fault = wish.access && checkAccess(wish.access);
  const faults = [...(read.ok ? [] : read.faults), ...(fault ? [fault] : [])];
  if (!read.ok || fault) return { ok: false as const, reason: 'fields_invalid' as const, faults };
  return { ok: true as const, fields: read.fields, name: read.fields.name ?? wish.name };
}

type Made = { ok: true; sid: string; value: KeyValue; hasSameName: boolean } | CreateRefusal;

async function make(tx: Tx, wish: CreateKeyWish, fields: CheckedFields & { name: string }, at: Date): Promise<Made> {
  const { customerId, kind, actor } = wish;
  const owner = await lockOwner(tx, customerId);
  if (!owner || !(await isStillIn(tx, actor))) return { ok: false, reason: 'customer_not_found' };
  const settings = await readStoreSettings(tx);
  const refusal = await judge(tx, { owner, kind, settings });
  if (refusal) return refusal;
  const end = endOf({ kind, expiresAt: fields.expiresAt, maxDays: settings.keyMaxLifetimeDays }, at);
  if (!end.ok) return { ok: false, reason: 'lifetime_too_long', maxDays: settings.keyMaxLifetimeDays };
  const reach = reachOf(wish.access, fields.addresses, await callingKeyOf(tx, actor));
  if (!reach) return { ok: false, reason: 'more_than_caller' };
  const { isActive = true } = wish;
  const hasSameName = await hasName(tx, customerId, fields.name);
  const key = { ...fields, ...reach, customerId, kind, expiresAt: end.expiresAt, isActive, createdBy: 'you' as const };
  const { row, value } = await insertKey(tx, key, { actor, at });
  await mailKeyNotice(
    tx,
    {
      to: owner.email,
      event: 'created',
      key: { sid: row.sid, name: row.name, hint: row.prefix },
      at,
      ...(actor.address ? { address: actor.address } : {}),
    },
    `created|${row.sid}`,
  );
  return { ok: true, sid: row.sid, value, hasSameName };
}

type Judged = { owner: KeyOwner; kind: AccessKeyKind; settings: StoreSettings };

/** Policy, plan and second factor: why this owner may not have another key of that kind now. */
async function judge(tx: Tx, { owner, kind, settings }: Judged): Promise<CreateRefusal | undefined> {
  const { plan, hasFactor } = owner;
  if (!settings.developerKeyKinds.includes(kind)) return { ok: false, reason: 'kind_not_allowed' };
  if (kind === 'pair' && !plan.allowsPairs) return { ok: false, reason: 'pairs_not_in_plan' };
  if (!hasFactor && needsFactor(kind, settings.mfaRequiredFor)) return { ok: false, reason: 'mfa_required' };
  const used = await countKeys(tx, owner.id);
  if (kind === 'pair') {
    return used.pairs >= plan.maxPairs ? { ok: false, reason: 'pair_limit_reached', max: plan.maxPairs } : undefined;
  }
  const { maxKeys } = plan;
  return maxKeys !== null && used.keys >= maxKeys
    ? { ok: false, reason: 'key_limit_reached', max: maxKeys }
    : undefined;
}

/** Access and addresses of the new key; undefined when a calling key would give more than it has itself. */
function reachOf(
  access: KeyAccess | undefined,
  addresses: string[] | undefined,
  caller: CallingKey | undefined,
): { access: KeyAccess; addresses: string[] } | undefined {
  const reach = {
    access: access ?? caller?.access ?? { mode: 'full' },
    addresses: addresses ?? caller?.addresses ?? [],
  };
  if (!caller) return reach;
  // Also when the calling key is gone since it was admitted: what is left of it may do nothing.
  if (checkAccess(reach.access)) return undefined;
  return isWider(reach.access, caller.access) || !isListWithin(reach.addresses, caller.addresses) ? undefined : reach;
}

async function hasName(tx: Tx, customerId: string, name: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ one: number }[]>`SELECT 1 AS one FROM access_key
    WHERE customer_id = ${customerId}::uuid AND lower(name) = lower(${name}) AND state <> 'revoked' LIMIT 1`;
  return rows.length > 0;
}

// The session may have been ended while the owner's row was waited for: by a new password, or by who proved the address.
async function isStillIn(tx: Tx, { via }: Actor): Promise<boolean> {
  const sessionId = via?.startsWith('session:') ? via.slice('session:'.length) : undefined;
  if (sessionId === undefined || !isUuid(sessionId)) return true;
  return (await tx.session.count({ where: { id: sessionId, revokedAt: null } })) > 0;
}
