import { gatherCalls } from '../db/gather-calls';
import type { FoundAccessKey } from '../db/read-access-keys';
import { type AccessSpending, type AccessSpent, giveBackAccess, spendAccess } from '../db/spend-access';
import { noteQuotaShare } from './note-quota-share';
import type { Period } from './period';

const pay = gatherCalls<AccessSpending, AccessSpent>(spendAccess, { lanes: 1, atMost: 256 });

/** Whether something is left of the owner's quota and the key's own cap, as the key's own lookup saw it; costs nothing. */
export function hasQuotaLeft(key: FoundAccessKey): boolean {
  if (key.monthlyCalls !== null && key.quotaSpent >= key.monthlyCalls) return false;
  return key.monthlyCap === null || key.capSpent < key.monthlyCap;
}

/**
 * Pays one call from the owner's monthly quota and the key's own cap. Exact in any number of processes: of two calls at the
 * last one, one is refused and pays nothing. Plans without a quota and keys without a cap cost no statement.
 */
export async function spendQuota(key: FoundAccessKey, { id: period, endsAt }: Period, at: Date): Promise<boolean> {
  const { monthlyCalls, monthlyCap, customerId, keyId } = key;
  if (monthlyCalls === null && monthlyCap === null) return true;
  const cap: AccessSpending | undefined =
    monthlyCap === null ? undefined : { counter: 'cap', id: keyId, period, limit: monthlyCap };
  if (cap && !(await pay(cap)).isGranted) return false;
  if (monthlyCalls === null) return true;
  const quota = await pay({ counter: 'quota', id: customerId, period, limit: monthlyCalls });
  if (!quota.isGranted && cap) await giveBackAccess(cap);
  noteQuotaShare({ customerId, period, spent: quota.spent, limit: monthlyCalls, endsAt, at });
  return quota.isGranted;
}
