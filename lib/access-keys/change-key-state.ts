import type { Actor } from '../audit/record-audit';
import type { DeveloperKey, KeyNotFound } from './key-view';

/** Whose key: of this customer, or (an admin's change) anybody's. */
export type KeyOf = { customerId: string; sid: string } | { anyOwner: true; sid: string };

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
  throw new Error(`Not built yet: ${wish.sid}`);
}

/** Lets a disabled key work again. Only its owner can; while a factor is demanded and missing it is refused. */
export async function activateKey(wish: {
  customerId: string;
  sid: string;
  actor: Actor;
  at?: Date;
}): Promise<ActivateKeyResult> {
  throw new Error(`Not built yet: ${wish.sid}`);
}

/** Ends a key for good; its row stays as history. A revoked default is replaced by a new one in the same transaction. */
export async function revokeKey(wish: ChangeKeyWish): Promise<RevokeKeyResult> {
  throw new Error(`Not built yet: ${wish.sid}`);
}
