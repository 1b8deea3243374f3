import { type Bucket, type CallLimit, DEEPEST, leftAt } from './bucket';

/** What this process knows of one subject. */
export type SpentBucket = Bucket & {
  /** The limit that was last applied; settings may change it. */
  limit: CallLimit;
  /** Spent here and not yet told to the other processes. */
  untold: number;
};

/** The subjects of one kind of limit, oldest first. */
export type SpentBuckets = Map<string, SpentBucket>;

type Held = {
  badKeys: SpentBuckets;
  /** Wrong keys that may have been guesses at a weak one. */
  guesses: SpentBuckets;
  activations: SpentBuckets;
  /** Of the management API: keys that do not exist, calls by key, by owner and by address, and reports of leaks. */
  badAccessKeys: SpentBuckets;
  accessKeys: SpentBuckets;
  accessOwners: SpentBuckets;
  accessAddresses: SpentBuckets;
  leakReports: SpentBuckets;
};
// The server bundle and Next load this module twice in one process; both must count in the same place.
const holder = globalThis as typeof globalThis & { latchkeyCallLimits?: Held };

// Somebody with many addresses or keys must not fill the memory; the subject known longest is forgotten first.
const ROOM = 50_000;

/** The buckets of this process. A full one need not be kept: nothing is known of it. */
export function spentBuckets(): Held {
  holder.latchkeyCallLimits ??= {
    badKeys: new Map(),
    guesses: new Map(),
    activations: new Map(),
    badAccessKeys: new Map(),
    accessKeys: new Map(),
    accessOwners: new Map(),
    accessAddresses: new Map(),
    leakReports: new Map(),
  };
  return holder.latchkeyCallLimits;
}

/** What is left for a subject; a subject without a bucket has everything. */
export function leftFor(buckets: SpentBuckets, subject: string, limit: CallLimit, at: number): number {
  return leftIn(buckets.get(subject), limit, at);
}

/** What is left in a bucket; of a subject without one, everything. */
export function leftIn(bucket: SpentBucket | undefined, limit: CallLimit, at: number): number {
  return bucket ? leftAt(bucket, limit, at) : limit.burst;
}

/** Spends one for a subject and resolves to what is then left. */
export function spendOne(buckets: SpentBuckets, subject: string, limit: CallLimit, at: number): number {
  const bucket = buckets.get(subject);
  if (bucket) return spendFrom(bucket, limit, at);
  if (buckets.size >= ROOM) forgetOldest(buckets);
  buckets.set(subject, { left: limit.burst - 1, at, limit, untold: 1 });
  return limit.burst - 1;
}

/** Spends one from a known bucket and resolves to what is then left. */
export function spendFrom(bucket: SpentBucket, limit: CallLimit, at: number): number {
  bucket.left = Math.max(DEEPEST, leftAt(bucket, limit, at) - 1);
  bucket.at = at;
  bucket.limit = limit;
  bucket.untold++;
  return bucket.left;
}

function forgetOldest(buckets: SpentBuckets): void {
  const [oldest] = buckets.keys();
  if (oldest !== undefined) buckets.delete(oldest);
}

/** Forgets everything, as a new process would. */
export function forgetCallLimits(): void {
  delete holder.latchkeyCallLimits;
}
