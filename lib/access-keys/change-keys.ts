import type { Actor } from '../audit/record-audit';
import { unreachable } from '../errors';
import { activateKey, disableKey, revokeKey } from './change-key-state';
import { removeKey } from './remove-key';

export const BULK_CHANGES = ['disable', 'activate', 'revoke', 'remove'] as const;
export type BulkChange = (typeof BULK_CHANGES)[number];
export const MOST_AT_ONCE = 100;

/** What became of one of them. */
export type ChangedKey =
  | { sid: string; ok: true }
  | { sid: string; ok: false; reason: 'key_not_found' | 'key_revoked' | 'key_leaked' | 'mfa_required' };

export type ChangeKeysResult =
  | { ok: true; keys: ChangedKey[] }
  | { ok: false; reason: 'nothing_chosen' | 'too_many_chosen' };

type Wish = { customerId: string; sids: readonly string[]; change: BulkChange; actor: Actor; at?: Date };

/** Does the same to up to 100 keys of one owner, each by itself: what one is refused, the others are not. */
export async function changeKeys(wish: Wish): Promise<ChangeKeysResult> {
  const sids = [...new Set(wish.sids)];
  if (sids.length === 0) return { ok: false, reason: 'nothing_chosen' };
  if (sids.length > MOST_AT_ONCE) return { ok: false, reason: 'too_many_chosen' };
  const keys: ChangedKey[] = [];
  // One after the other: they wait for the same owner's row anyway.
  for (const sid of sids) {
    const done = await changeOne(wish, sid);
    keys.push(done.ok ? { sid, ok: true } : { sid, ok: false, reason: done.reason });
  }
  return { ok: true, keys };
}

function changeOne({ change, customerId, actor, at }: Wish, sid: string) {
  const one = { customerId, sid, actor, ...(at ? { at } : {}) };
  switch (change) {
    case 'disable':
      return disableKey(one);
    case 'activate':
      return activateKey(one);
    case 'revoke':
      return revokeKey(one);
    case 'remove':
      return removeKey(one);
    default:
      return unreachable(change);
  }
}
