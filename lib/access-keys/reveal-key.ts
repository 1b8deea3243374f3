import type { Actor } from '../audit/record-audit';
import type { KeyNotFound } from './key-view';

export type RevealKeyResult =
  | { ok: true; key: string }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number }
  | { ok: false; reason: KeyNotFound | 'not_revealable' | 'key_revoked' | 'step_up_required' };

/**
 * The value of a standard key, for its signed-in owner only, never for a call by key. The store's setting says whether a
 * fresh proof is needed (`isRecentlyProven`, of lib/customers) or whether it is shown at all. At most 10 an hour, audited.
 */
export async function revealKey(wish: {
  customerId: string;
  sid: string;
  isRecentlyProven: boolean;
  actor: Actor;
  at?: Date;
}): Promise<RevealKeyResult> {
  throw new Error(`Not built yet: ${wish.sid}`);
}
