import { createHmac } from 'node:crypto';
import { now } from '../clock';
import { pool } from '../db/client';
import { derivedKey } from '../secrets/keyring';
import { type CallLimit, DEEPEST, leftAt } from './bucket';
import { type SpentBucket, type SpentBuckets, spentBuckets } from './spent-buckets';

/**
 * Tells the database what this process spent and learns what the others did, so that several processes hold one limit
 * together. Run about once a second; between two runs each process may let through what it believes is left. Bad keys and
 * reports of leaks are told at once, everything else only below half of its burst: a store that nobody hurries writes
 * nothing.
 */
export async function levelCallLimits(): Promise<void> {
  const held = spentBuckets();
  const at = now();
  await levelKind('bad_key', held.badKeys, at, isUntold);
  await levelKind('guess', held.guesses, at, isUntold);
  await levelKind('bad_access_key', held.badAccessKeys, at, isUntold);
  await levelKind('leak_report', held.leakReports, at, isUntold);
  const isRunningOut = (entry: Entry) => isUntold(entry) && isLow(entry[1], at.getTime());
  await levelKind('activation', held.activations, at, isRunningOut);
  await levelKind('access_key', held.accessKeys, at, (entry) => isRunningOut(entry) || isSlow(entry));
  await levelKind('access_owner', held.accessOwners, at, isRunningOut);
  await levelKind('access_address', held.accessAddresses, at, isRunningOut);
}

/** Removes what has filled up by itself since. */
export async function dropFullBuckets(at: Date): Promise<void> {
  await pool().query('DELETE FROM call_bucket WHERE full_at <= $1', [at]);
}

type Entry = [subject: string, bucket: SpentBucket];

function isUntold([, bucket]: Entry): boolean {
  return bucket.untold > 0;
}

// So many an hour or a day: a limit that must still be known after a restart.
function isSlow(entry: Entry): boolean {
  const [, bucket] = entry;
  return isUntold(entry) && bucket.limit.burst / bucket.limit.perMinute > 5;
}

function isLow(bucket: SpentBucket, at: number): boolean {
  return leftAt(bucket, bucket.limit, at) < bucket.limit.burst / 2;
}

function forgetFull(buckets: SpentBuckets, at: number): void {
  for (const [subject, bucket] of buckets) {
    if (leftAt(bucket, bucket.limit, at) >= bucket.limit.burst) buckets.delete(subject);
  }
}

async function levelKind(
  kind: string,
  buckets: SpentBuckets,
  at: Date,
  isTold: (entry: Entry) => boolean,
): Promise<void> {
  forgetFull(buckets, at.getTime());
  // A statement knows one limit; keys may have limits of their own.
  const byLimit = new Map<string, Entry[]>();
  for (const entry of buckets) {
    if (!isTold(entry)) continue;
    const { burst, perMinute } = entry[1].limit;
    const alike = byLimit.get(`${burst}|${perMinute}`);
    if (alike) alike.push(entry);
    else byLimit.set(`${burst}|${perMinute}`, [entry]);
  }
  for (const entries of byLimit.values()) await level(kind, buckets, entries, at);
}

async function level(kind: string, buckets: SpentBuckets, entries: Entry[], at: Date): Promise<void> {
  const [first] = entries;
  if (!first) return;
  const told = new Map(
    entries.map(([subject, bucket]) => [digestOf(kind, subject), { subject, spent: spentOf(bucket, at.getTime()) }]),
  );
  for (const [, bucket] of entries) bucket.untold = 0;
  try {
    for (const row of await write(told, first[1].limit, at)) {
      const bucket = buckets.get(told.get(row.subject)?.subject ?? '');
      // What was spent while the statement ran is not in it yet.
      if (bucket) Object.assign(bucket, { left: row.left - bucket.untold, at: at.getTime() });
    }
  } catch (error) {
    for (const { subject, spent } of told.values()) {
      const bucket = buckets.get(subject);
      if (bucket) bucket.untold += spent;
    }
    throw error;
  }
}

// What was spent long ago has come back since: never more than is missing now.
function spentOf(bucket: SpentBucket, at: number): number {
  return Math.min(bucket.untold, bucket.limit.burst - leftAt(bucket, bucket.limit, at));
}

async function write(
  told: Map<string, { spent: number }>,
  { burst, perMinute }: CallLimit,
  at: Date,
): Promise<{ subject: string; left: number }[]> {
  // In the order of the subjects, so that two processes never wait for each other.
  const subjects = [...told.keys()].sort();
  const { rows } = await pool().query<{ subject: string; left: number }>(
    `INSERT INTO call_bucket AS b (subject, left_over, at, full_at)
     SELECT decode(s.subject, 'hex'), $3::float8 - s.spent, $5::timestamptz, $5::timestamptz + $6::float8 * interval '1 minute'
     FROM unnest($1::text[], $2::float8[]) AS s(subject, spent)
     ON CONFLICT (subject) DO UPDATE SET at = greatest(b.at, excluded.at), full_at = excluded.full_at,
       left_over = greatest($7::float8, least($3::float8, b.left_over + greatest(0, extract(epoch FROM excluded.at - b.at)) * $4::float8 / 60)
         - ($3::float8 - excluded.left_over))
     RETURNING encode(subject, 'hex') AS subject, left_over AS left`,
    [
      subjects,
      subjects.map((subject) => told.get(subject)?.spent ?? 0),
      burst,
      perMinute,
      at,
      (burst - DEEPEST) / perMinute,
      DEEPEST,
    ],
  );
  return rows;
}

function digestOf(kind: string, subject: string): string {
  return createHmac('sha256', derivedKey('call-limits')).update(`${kind}|${subject}`).digest('hex');
}
