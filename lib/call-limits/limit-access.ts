import { addressBlock } from '../address-block';
import { type CallLimit, secondsUntilFull, secondsUntilOne } from './bucket';
import type { Standing } from './limit-calls';
import { leftFor, leftIn, spendFrom, spendOne, spentBuckets } from './spent-buckets';

/** Who makes a call of the management API, and what each of the three may do. */
export type AccessCaller = { keyId: string; customerId: string; address: string };
export type AccessRates = Record<AccessRate, CallLimit>;
export type AccessRate = 'key' | 'user' | 'address';

/** How a call stands with its three rates, before or after it was paid for. */
export type AccessStandings = Record<AccessRate, Standing>;
export type TakeAccessResult =
  | { ok: true; standings: AccessStandings }
  | { ok: false; reason: 'rate_limited'; retryAfterSeconds: number; standings: AccessStandings };

/** Keys that open nothing, for an address (security.md T10). */
const BAD_KEYS: CallLimit = { burst: 20, perMinute: 20 };
/** Requests in which anybody may hand in found keys, for an address (security.md T23). */
const LEAK_REPORTS: CallLimit = { burst: 10, perMinute: 10 };

/** Seconds until developer keys from this address are looked at again, right or wrong ones; 0 = now. */
export function badAccessKeyWait(address: string, at: Date): number {
  const { badAccessKeys } = spentBuckets();
  if (badAccessKeys.size === 0) return 0;
  return secondsUntilOne(leftFor(badAccessKeys, addressBlock(address), BAD_KEYS, at.getTime()), BAD_KEYS);
}

/** Counts a call whose key opens nothing. */
export function noteBadAccessKey(address: string, at: Date): void {
  spendOne(spentBuckets().badAccessKeys, addressBlock(address), BAD_KEYS, at.getTime());
}

/** Takes one report of leaked keys from an address. */
export function takeReportPlace(
  address: string,
  at: Date,
): { ok: true } | { ok: false; reason: 'rate_limited'; retryAfterSeconds: number } {
  const { leakReports } = spentBuckets();
  const subject = addressBlock(address);
  const left = leftFor(leakReports, subject, LEAK_REPORTS, at.getTime());
  if (left < 1) return { ok: false, reason: 'rate_limited', retryAfterSeconds: secondsUntilOne(left, LEAK_REPORTS) };
  spendOne(leakReports, subject, LEAK_REPORTS, at.getTime());
  return { ok: true };
}

/**
 * Takes one call for a key, its owner and its address together: a call that one of them refuses costs none of them
 * anything, so that a hurried key does not use up what its owner's other keys have.
 */
export function takeAccessCall(caller: AccessCaller, rates: AccessRates, at: Date): TakeAccessResult {
  const held = spentBuckets();
  const time = at.getTime();
  const block = addressBlock(caller.address);
  // Each bucket is looked for once: the texts of a call are new, so every look hashes one anew.
  const key = held.accessKeys.get(caller.keyId);
  const user = held.accessOwners.get(caller.customerId);
  const address = held.accessAddresses.get(block);
  const left = {
    key: leftIn(key, rates.key, time),
    user: leftIn(user, rates.user, time),
    address: leftIn(address, rates.address, time),
  };
  const wait = Math.max(
    secondsUntilOne(left.key, rates.key),
    secondsUntilOne(left.user, rates.user),
    secondsUntilOne(left.address, rates.address),
  );
  if (wait > 0) {
    return { ok: false, reason: 'rate_limited', retryAfterSeconds: wait, standings: standingsOf(left, rates) };
  }
  left.key = key ? spendFrom(key, rates.key, time) : spendOne(held.accessKeys, caller.keyId, rates.key, time);
  left.user = user
    ? spendFrom(user, rates.user, time)
    : spendOne(held.accessOwners, caller.customerId, rates.user, time);
  left.address = address
    ? spendFrom(address, rates.address, time)
    : spendOne(held.accessAddresses, block, rates.address, time);
  return { ok: true, standings: standingsOf(left, rates) };
}

/** How a call stands that is refused for another reason, and so pays nothing. */
export function accessStandings(caller: AccessCaller, rates: AccessRates, at: Date): AccessStandings {
  const held = spentBuckets();
  const left = {
    key: leftFor(held.accessKeys, caller.keyId, rates.key, at.getTime()),
    user: leftFor(held.accessOwners, caller.customerId, rates.user, at.getTime()),
    address: leftFor(held.accessAddresses, addressBlock(caller.address), rates.address, at.getTime()),
  };
  return standingsOf(left, rates);
}

function standingsOf(left: Record<AccessRate, number>, rates: AccessRates): AccessStandings {
  return {
    key: standingOf(left.key, rates.key),
    user: standingOf(left.user, rates.user),
    address: standingOf(left.address, rates.address),
  };
}

function standingOf(left: number, limit: CallLimit): Standing {
  return { limit, left: Math.max(0, Math.floor(left)), secondsUntilFull: secondsUntilFull(left, limit) };
}
