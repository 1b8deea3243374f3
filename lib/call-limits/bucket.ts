/** So many at once, and then so many a minute. */
export type CallLimit = { burst: number; perMinute: number };

/** What is left of a limit for one subject, as it was known at an instant (milliseconds since 1970). */
export type Bucket = { left: number; at: number };

/** How far a bucket may be overdrawn: calls that were in hand together when it ran out are paid for by waiting. */
export const DEEPEST = -100;

const MINUTE_MS = 60_000;

/** What is left now. A clock set back refills nothing. */
export function leftAt(bucket: Bucket, limit: CallLimit, at: number): number {
  const refilled = (Math.max(0, at - bucket.at) * limit.perMinute) / MINUTE_MS;
  return Math.min(limit.burst, bucket.left + refilled);
}

/** Whole seconds until at least one is left; 0 when there is. */
export function secondsUntilOne(left: number, limit: CallLimit): number {
  return left >= 1 ? 0 : Math.ceil(((1 - left) * 60) / limit.perMinute);
}

/** Whole seconds until nothing is missing any more. */
export function secondsUntilFull(left: number, limit: CallLimit): number {
  return Math.ceil(((limit.burst - left) * 60) / limit.perMinute);
}
