import type { ActivationChange } from '../db/activation-change';
import type { Allowance } from './allowance';
import type { KeyRefusal, Refused } from './client-call';

const KEY_REFUSALS: readonly KeyRefusal[] = [
  'key_not_found',
  'access_disabled',
  'wrong_product',
  'suspended',
  'expired',
  'revoked',
];

/** The allowance after a change, as the database counted it under its locks. */
export function changedAllowance(change: ActivationChange): Allowance {
  return {
    limit: change.unlimited ? null : change.limitTotal,
    used: change.usedTotal,
    remaining: change.unlimited ? Number.POSITIVE_INFINITY : Math.max(0, change.limitTotal - change.usedTotal),
  };
}

/** A refusal that concerns the key itself. Throws on a word that only a newer migration could have answered. */
export function changeRefusal(change: ActivationChange): Refused<KeyRefusal> {
  const reason = KEY_REFUSALS.find((known) => known === change.outcome);
  if (!reason) throw new Error(`The database answered an unknown outcome: ${change.outcome}`);
  return { ok: false, reason, keyKind: change.keyKind ?? undefined };
}
