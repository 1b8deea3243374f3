import type { Tx } from '../../lib/db/client';
import { lookupDigest } from '../../lib/secrets/lookup-digest';
import type { PlannedInstallation } from './plan-installations';
import type { Sold } from './seed-sales';

const BATCH_MS = 12 * 3_600_000;

type Placed = PlannedInstallation & { sold: Sold };

/**
 * Lets the demo installations activate and give their places back in the order in which they did, by the statements that
 * answer client software, some hours of them at once. So counters, places and audit are what calls would have left.
 */
export async function seedInstallations(
  tx: Tx,
  planned: PlannedInstallation[],
  sold: (Sold | undefined)[][],
): Promise<void> {
  const placed = planned.map((one) => {
    const line = sold[one.order]?.[one.line];
    if (!line) throw new Error('A demo installation stands on nothing that was sold');
    return { ...one, sold: line };
  });
  for (const batch of batches(placed)) {
    if (batch.starts.length > 0) await takePlaces(tx, batch.starts);
    if (batch.ends.length > 0) await giveBack(tx, batch.ends);
  }
  await noteLastSeen(tx, placed);
}

type Batch = { starts: Placed[]; ends: Placed[] };

function batches(placed: Placed[]): Batch[] {
  const found = new Map<number, Batch>();
  const batchAt = (at: Date) => {
    const key = Math.floor(at.getTime() / BATCH_MS);
    const batch = found.get(key) ?? { starts: [], ends: [] };
    found.set(key, batch);
    return batch;
  };
  for (const one of placed) {
    batchAt(one.at).starts.push(one);
    if (one.endedAt) batchAt(one.endedAt).ends.push(one);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, batch]) => batch);
}

async function takePlaces(tx: Tx, starts: Placed[]): Promise<void> {
  const at = latest(starts.map((one) => one.at));
  const rows = await tx.$queryRaw<{ outcome: string }[]>`
    SELECT outcome FROM activate_calls(${at}::timestamptz, false, ${digests(starts)}::bytea[],
      ${starts.map(({ sold }) => sold.plan.number)}::int[], ${starts.map(() => null)}::text[],
      ${starts.map(({ instance }) => instance)}::text[], ${starts.map(({ label }) => label)}::text[],
      ${starts.map(({ firstVersion }) => firstVersion)}::text[], ${starts.map(({ address }) => address)}::text[],
      ${starts.map(({ sold }) => String(sold.plan.number))}::text[])`;
  expectAll(rows, 'activated');
}

async function giveBack(tx: Tx, ends: Placed[]): Promise<void> {
  const at = latest(ends.map((one) => one.endedAt ?? one.at));
  const rows = await tx.$queryRaw<{ outcome: string }[]>`
    SELECT outcome FROM deactivate_calls(${at}::timestamptz, ${digests(ends)}::bytea[],
      ${ends.map(({ sold }) => sold.plan.number)}::int[], ${ends.map(() => null)}::text[],
      ${ends.map(({ instance }) => instance)}::text[], ${ends.map(({ address }) => address)}::text[])`;
  expectAll(rows, 'deactivated');
}

// As their calls since then would have left it: the store notes version and time when an installation speaks.
async function noteLastSeen(tx: Tx, placed: Placed[]): Promise<void> {
  const seen = placed.filter(({ endedAt }) => endedAt === undefined);
  await tx.$executeRaw`
    UPDATE activation a SET last_seen_at = greatest(a.activated_at, s.at), version = s.version
    FROM unnest(${seen.map(({ instance }) => instance)}::text[], ${seen.map(({ version }) => version)}::text[],
      ${seen.map(({ lastSeenAt }) => lastSeenAt)}::timestamptz[]) AS s(instance, version, at)
    WHERE a.instance = s.instance`;
}

// The driver knows no list of byte strings, but PostgreSQL reads this notation.
function digests(placed: Placed[]): string[] {
  return placed.map(({ sold }) => `\\x${lookupDigest(sold.key).toString('hex')}`);
}

function latest(moments: Date[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

function expectAll(rows: { outcome: string }[], outcome: string): void {
  const other = rows.find((row) => row.outcome !== outcome);
  if (other) throw new Error(`A demo installation was not ${outcome}: ${other.outcome}`);
}
