import { addressBlock } from '../address-block';
import { now } from '../clock';
import { isOwnLicenseKey } from '../secrets/key-format';
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
 * While the store holds keys that can be guessed: wrong keys of a shape that the store itself does not make, for an address,
 * over hours (security.md T3). A day of guessing is then 1,500 keys and not 28,800.
 */
const GUESSES: CallLimit = { burst: 60, perMinute: 1 };

/**
 * Seconds until calls from this address are looked at again; 0 = now. Beyond the limit every key is kept waiting, right or
 * wrong: an answer that told them apart would be what a guesser wants. Nothing is counted by key alone, so nobody can shut
 * out somebody else's key. What the store itself makes is no guess at a weak key, and waits for no guesses of others. Costs
 * nothing while no address has sent bad keys.
 */
export function badKeyWait(address: string, key: string): number {
  const { badKeys, guesses } = spentBuckets();
  if (badKeys.size === 0 && guesses.size === 0) return 0;
  const [block, at] = [addressBlock(address), now().getTime()];
  const wait = secondsUntilOne(leftFor(badKeys, block, BAD_KEYS, at), BAD_KEYS);
  const left = leftFor(guesses, block, GUESSES, at);
  return left >= 1 || isOwnLicenseKey(key) ? wait : Math.max(wait, secondsUntilOne(left, GUESSES));
}

/** Counts a call whose key does not exist. */
export function noteBadKey(address: string): void {
  spendOne(spentBuckets().badKeys, addressBlock(address), BAD_KEYS, now().getTime());
}

/** Counts it as a guess as well: the store holds keys that can be guessed, and this may have been one of them. */
export function noteGuess(address: string): void {
  spendOne(spentBuckets().guesses, addressBlock(address), GUESSES, now().getTime());
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
