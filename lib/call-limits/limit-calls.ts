import { addressBlock } from '../address-block';
import { now } from '../clock';
import { type CallLimit, secondsUntilFull, secondsUntilOne } from './bucket';
import { leftFor, spendOne, spentBuckets } from './spent-buckets';

/** How a caller stands with a limit, as the RateLimit fields tell it. */
export type Standing = { limit: CallLimit; left: number; secondsUntilFull: number };

export type TakeActivationResult =
  | { ok: true; standing: Standing }
  | { ok: false; reason: 'rate_limited'; retryAfterSeconds: number; standing: Standing };

/** Calls with a key that does not exist, for an address (IPv6: its /64). Whoever guesses has to be slow (security.md T10). */
const BAD_KEYS: CallLimit = { burst: 20, perMinute: 20 };

/**
 * Seconds until calls from this address are looked at again; 0 = now. Beyond the limit every key is kept waiting, right or
 * wrong: an answer that told them apart would be what a guesser wants. Nothing is counted by key alone, so nobody can shut
 * out somebody else's key. Costs nothing while no address has sent bad keys.
 */
export function badKeyWait(address: string): number {
  const { badKeys } = spentBuckets();
  if (badKeys.size === 0) return 0;
  return secondsUntilOne(leftFor(badKeys, addressBlock(address), BAD_KEYS, now().getTime()), BAD_KEYS);
}

/** Counts a call whose key does not exist. */
export function noteBadKey(address: string): void {
  spendOne(spentBuckets().badKeys, addressBlock(address), BAD_KEYS, now().getTime());
}

/** How an address stands with the limit of bad keys. */
export function badKeyStanding(address: string): Standing {
  const { badKeys } = spentBuckets();
  const left = badKeys.size === 0 ? BAD_KEYS.burst : leftFor(badKeys, addressBlock(address), BAD_KEYS, now().getTime());
  return standingOf(BAD_KEYS, left);
}

/** Takes one activation for a key from an address; `limit` is what the settings say now. */
export function takeActivation(key: string, address: string, limit: CallLimit): TakeActivationResult {
  const { activations } = spentBuckets();
  const subject = `${addressBlock(address)}|${key}`;
  const at = now().getTime();
  const left = leftFor(activations, subject, limit, at);
  if (left < 1) {
    const standing = standingOf(limit, left);
    return { ok: false, reason: 'rate_limited', retryAfterSeconds: secondsUntilOne(left, limit), standing };
  }
  return { ok: true, standing: standingOf(limit, spendOne(activations, subject, limit, at)) };
}

function standingOf(limit: CallLimit, left: number): Standing {
  return { limit, left: Math.max(0, Math.floor(left)), secondsUntilFull: secondsUntilFull(left, limit) };
}
