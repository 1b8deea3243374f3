import type { Actor } from '../audit/record-audit';
import type { DeveloperKey, KeyNotFound, KeyValue } from './key-view';

/** How long a replaced value may go on working: not at all, an hour, a day, a week. */
export const OVERLAP_SECONDS = [0, 3_600, 86_400, 604_800] as const;
export type OverlapSeconds = (typeof OVERLAP_SECONDS)[number];

export type RegenerateKeyResult =
  | { ok: true; key: DeveloperKey; value: KeyValue }
  | { ok: false; reason: 'key_limit_reached'; max: number }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number }
  | { ok: false; reason: KeyNotFound | 'key_revoked' | 'key_expired' | 'mfa_required' | 'more_than_caller' };

/**
 * Gives a key a new value; sid, name, access, limits and counts stay. With an overlap of 0 every earlier value (and every
 * token had for it) opens nothing from COMMIT. A pair also gets a new access key id and a new year. An expired standard or
 * secret key is refused: give it a later end first. A leaked key is active again, if the plan has room.
 */
export async function regenerateKey(wish: {
  customerId: string;
  sid: string;
  overlapSeconds: OverlapSeconds;
  actor: Actor;
  at?: Date;
}): Promise<RegenerateKeyResult> {
  throw new Error(`Not built yet: ${wish.sid}`);
}
