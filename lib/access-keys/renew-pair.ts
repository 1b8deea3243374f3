import type { Actor } from '../audit/record-audit';
import type { DeveloperKey, KeyNotFound } from './key-view';

export type RenewPairResult =
  | { ok: true; key: DeveloperKey }
  /** `from` = the day on which it may be renewed. */
  | { ok: false; reason: 'too_early'; from: Date }
  | {
      ok: false;
      reason: KeyNotFound | 'key_revoked' | 'key_expired' | 'not_a_pair' | 'mfa_required' | 'lifetime_too_long';
    };

/** Adds one calendar year to a pair in its last 60 days; its values stay. */
export async function renewPair(wish: {
  customerId: string;
  sid: string;
  actor: Actor;
  at?: Date;
}): Promise<RenewPairResult> {
  throw new Error(`Not built yet: ${wish.sid}`);
}
