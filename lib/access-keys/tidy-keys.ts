import type { Actor } from '../audit/record-audit';
import { db, inTransaction } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';
import { lockKey } from './key-owner';
import { replaceValue } from './replace-value';
import { endSecrets } from './write-secret';

const DAY_MS = 86_400_000;
/** security.md T24. */
const TOMBSTONE_DAYS = 400;
const LONGEST_OVERLAP_DAYS = 7;
const BATCH = 500;
const BY_SCHEDULE: Actor = { kind: 'system', via: 'job:rotate_keys' };

/**
 * Turns values whose overlap is over into digests by which their later use is recognised, and forgets such digests after 400
 * days. What opens a key does not wait for this: the guard looks at the end of each value itself.
 */
export async function tidyKeys(at: Date): Promise<void> {
  for (;;) {
    const ended = await db().accessSecret.findMany({
      where: { endsAt: { lte: at } },
      select: { key: { select: { id: true, sid: true, customerId: true, name: true, prefix: true } } },
      take: BATCH,
    });
    if (ended.length === 0) break;
    const keys = new Map(ended.map(({ key }) => [key.id, key]));
    for (const key of keys.values()) {
      await inTransaction((tx) => endSecrets(tx, key, { cause: 'replaced', at, endedBy: at }));
    }
  }
  const diedAt = { lte: new Date(at.getTime() - TOMBSTONE_DAYS * DAY_MS) };
  await db().deadAccessSecret.deleteMany({ where: { diedAt } });
}

/**
 * Gives the standard keys that have a schedule their new value when it is time. The value before works on for a week, or for
 * as long as the schedule when that is shorter; the owner is told.
 */
export async function rotateKeys(at: Date): Promise<number> {
  const due = await db().$queryRaw<{ sid: string }[]>`
    SELECT sid FROM access_key
    WHERE rotate_days IS NOT NULL AND state = 'active' AND (expires_at IS NULL OR expires_at > ${at})
      AND secret_made_at + make_interval(days => rotate_days) <= ${at}
    ORDER BY id LIMIT ${BATCH}`;
  let rotated = 0;
  for (const { sid } of due) if (await rotateOne(sid, at)) rotated++;
  return rotated;
}

async function rotateOne(sid: string, at: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const found = await lockKey(tx, { anyOwner: true, sid });
    if (!found) return false;
    const { key, owner } = found;
    const { rotateDays, secretMadeAt } = key;
    // Another process, or the owner, was first.
    const isDue = rotateDays !== null && secretMadeAt.getTime() + rotateDays * DAY_MS <= at.getTime();
    if (!isDue || key.state !== 'active') return false;
    const { keyMaxLifetimeDays } = await readStoreSettings(tx);
    const overlapSeconds = (Math.min(rotateDays, LONGEST_OVERLAP_DAYS) * DAY_MS) / 1000;
    const facts = { actor: BY_SCHEDULE, at, overlapSeconds, maxDays: keyMaxLifetimeDays, event: 'rotated' as const };
    await replaceValue(tx, { key, owner }, facts);
    return true;
  });
}
