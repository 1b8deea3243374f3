import { db } from '../db/client';
import { lookupDigest } from '../secrets/lookup-digest';

/** So many tries for one subject within a window that starts with the first of them. */
export type AttemptLimit = { name: string; tries: number; withinMs: number };

export type TakeAttemptResult = { ok: true } | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number };

/**
 * Counts one try against each limit, in the database, and says whether it may go on. Tries are counted before they are
 * judged, so guessing in parallel gains nothing. When the database cannot count, this throws: a limiter that fails refuses
 * (security.md T10).
 */
export async function takeAttempt(
  wanted: { limit: AttemptLimit; subject: string }[],
  at: Date,
): Promise<TakeAttemptResult> {
  let longest = 0;
  for (const { limit, subject } of wanted) {
    const { count, endsAt } = await countTry(limit, subject, at);
    if (count > limit.tries) longest = Math.max(longest, endsAt.getTime() - at.getTime());
  }
  if (longest === 0) return { ok: true };
  return { ok: false, reason: 'too_many_attempts', retryAfterSeconds: Math.max(1, Math.ceil(longest / 1000)) };
}

/** Forgets the tries of a subject: they turned out to be its owner's. */
export async function forgetAttempts(limit: AttemptLimit, subject: string): Promise<void> {
  await db().attemptWindow.deleteMany({ where: { subject: digestOf(limit, subject) } });
}

/** Gives one try back: it was right, so it must not count against others behind the same address. */
export async function returnAttempt(limit: AttemptLimit, subject: string): Promise<void> {
  await db().attemptWindow.updateMany({
    where: { subject: digestOf(limit, subject), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Removes windows that are over. */
export async function dropEndedWindows(at: Date): Promise<void> {
  await db().attemptWindow.deleteMany({ where: { endsAt: { lte: at } } });
}

type Window = { count: number; endsAt: Date };

async function countTry(limit: AttemptLimit, subject: string, at: Date): Promise<Window> {
  const endsAt = new Date(at.getTime() + limit.withinMs);
  const [row] = await db().$queryRaw<{ count: number; ends_at: Date }[]>`
    INSERT INTO attempt_window AS w (subject, count, ends_at) VALUES (${digestOf(limit, subject)}, 1, ${endsAt})
    ON CONFLICT (subject) DO UPDATE SET
      count = CASE WHEN w.ends_at <= ${at} THEN 1 ELSE w.count + 1 END,
      ends_at = CASE WHEN w.ends_at <= ${at} THEN excluded.ends_at ELSE w.ends_at END
    RETURNING count, ends_at`;
  if (!row) throw new Error('The attempt was not counted');
  return { count: row.count, endsAt: row.ends_at };
}

function digestOf(limit: AttemptLimit, subject: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(lookupDigest(`attempt|${limit.name}|${subject}`));
}
