import { db } from '../db/client';
import { countTry, trySubject } from '../db/count-try';

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
    const { count, endsAt } = await countTry({ subject: nameOf(limit, subject), withinMs: limit.withinMs }, at);
    if (count > limit.tries) longest = Math.max(longest, endsAt.getTime() - at.getTime());
  }
  if (longest === 0) return { ok: true };
  return { ok: false, reason: 'too_many_attempts', retryAfterSeconds: Math.max(1, Math.ceil(longest / 1000)) };
}

/** Forgets the tries of a subject: they turned out to be its owner's. */
export async function forgetAttempts(limit: AttemptLimit, subject: string): Promise<void> {
  await db().attemptWindow.deleteMany({ where: { subject: trySubject(nameOf(limit, subject)) } });
}

/** Gives one try back: it was right, so it must not count against others behind the same address. */
export async function returnAttempt(limit: AttemptLimit, subject: string): Promise<void> {
  await db().attemptWindow.updateMany({
    where: { subject: trySubject(nameOf(limit, subject)), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Removes windows that are over. */
export async function dropEndedWindows(at: Date): Promise<void> {
  await db().attemptWindow.deleteMany({ where: { endsAt: { lte: at } } });
}

function nameOf(limit: AttemptLimit, subject: string): string {
  return `${limit.name}|${subject}`;
}
