import { isDeepStrictEqual } from 'node:util';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Prisma, type Tx } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';
import { isListWithin } from './address-list';
import { type CheckedFields, checkFields } from './check-fields';
import type { KeyFault, KeyFields } from './key-fields';
import { callingKeyOf, type KeyRow, lockKey } from './key-owner';
import type { DeveloperKey, KeyNotFound } from './key-view';
import { readChangedKey } from './list-keys';

type EditRefusal =
  | { ok: false; reason: 'fields_invalid'; faults: KeyFault[] }
  | { ok: false; reason: 'lifetime_too_long'; maxDays: number }
  | { ok: false; reason: KeyNotFound | 'key_revoked' | 'more_than_caller' };

export type EditKeyResult = { ok: true; key: DeveloperKey } | EditRefusal;

type EditKeyWish = KeyFields & { customerId: string; sid: string; actor: Actor; at?: Date };

const DAY_MS = 86_400_000;

/**
 * Changes what was given and leaves the rest; a change to what is there already changes nothing. A later end heals an
 * expired key. Called by a key, no key's addresses get wider than that key's own.
 */
export async function editKey(wish: EditKeyWish): Promise<EditKeyResult> {
  const { at = now() } = wish;
  const done = await inTransaction((tx) => edit(tx, wish, at));
  return done.ok ? { ok: true, key: await readChangedKey(wish, at) } : done;
}

async function edit(tx: Tx, wish: EditKeyWish, at: Date): Promise<{ ok: true } | EditRefusal> {
  const { actor } = wish;
  const found = await lockKey(tx, wish);
  if (!found) return { ok: false, reason: 'key_not_found' };
  const { key } = found;
  if (key.state === 'revoked') return { ok: false, reason: 'key_revoked' };
  const checked = checkFields(withoutPresentEnd(wish, key), key.kind, at);
  if (!checked.ok) return { ok: false, reason: 'fields_invalid', faults: checked.faults };
  const { fields } = checked;
  const { keyMaxLifetimeDays: maxDays } = await readStoreSettings(tx);
  if (isTooLong(fields.expiresAt, key, maxDays)) return { ok: false, reason: 'lifetime_too_long', maxDays };
  const caller = await callingKeyOf(tx, actor);
  if (caller && fields.addresses && !isListWithin(fields.addresses, caller.addresses)) {
    return { ok: false, reason: 'more_than_caller' };
  }
  await write(tx, { key, fields, actor }, at);
  return { ok: true };
}

// A form that shows an end which is over sends it back with the rest: not a wish to end the key in the past.
function withoutPresentEnd({ expiresAt, ...fields }: KeyFields, key: KeyRow): KeyFields {
  return expiresAt === undefined || expiresAt?.getTime() === key.expiresAt?.getTime()
    ? fields
    : { ...fields, expiresAt };
}

/** The longest lifetime counts from the present value: a new value begins a new life (row 3.11). */
function isTooLong(expiresAt: Date | null | undefined, key: KeyRow, maxDays: number): boolean {
  if (maxDays === 0 || expiresAt === undefined) return false;
  return expiresAt === null || expiresAt.getTime() > key.secretMadeAt.getTime() + maxDays * DAY_MS;
}

type Edit = { key: KeyRow; fields: CheckedFields; actor: Actor };

async function write(tx: Tx, { key, fields, actor }: Edit, at: Date): Promise<void> {
  const changed = Object.entries(fields).filter(
    ([name, value]) => !isDeepStrictEqual(value, key[name as keyof CheckedFields]), // entries of CheckedFields
  );
  if (changed.length === 0) return;
  await tx.accessKey.update({ where: { id: key.id }, data: Object.fromEntries(changed) });
  const { customerId } = key;
  await recordAudit(tx, {
    actor,
    action: 'access_key.edit',
    objectKind: 'access_key',
    objectId: key.sid,
    before: Object.fromEntries(changed.map(([name]) => [name, plain(key[name as keyof CheckedFields])])), // as above
    after: { customerId, ...Object.fromEntries(changed.map(([name, value]) => [name, plain(value)])) },
    at,
  });
}

function plain(value: Date | string | number | boolean | string[] | null | undefined): Prisma.InputJsonValue | null {
  return value instanceof Date ? value.toISOString() : (value ?? null);
}
