import type { Actor } from '../audit/record-audit';
import type { AccessKeyKind, KeyAccess } from './caller';
import type { KeyFault, KeyFields } from './key-fields';
import type { DeveloperKey, KeyValue } from './key-view';

export type CreateKeyWish = KeyFields & {
  customerId: string;
  kind: AccessKeyKind;
  name: string;
  /** False = made deactivated. */
  isActive?: boolean;
  /** Left out = full. That the ids exist is checked by who offers them. */
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
  throw new Error(`Not built yet: ${wish.kind}`);
}
