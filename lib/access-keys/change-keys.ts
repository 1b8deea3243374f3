import type { Actor } from '../audit/record-audit';

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

/** Does the same to up to 100 keys of one owner, each by itself: what one is refused, the others are not. */
export async function changeKeys(wish: {
  customerId: string;
  sids: readonly string[];
  change: BulkChange;
  actor: Actor;
  at?: Date;
}): Promise<ChangeKeysResult> {
  throw new Error(`Not built yet: ${wish.change}`);
}
