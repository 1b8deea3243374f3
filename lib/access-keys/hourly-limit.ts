import { countTry } from '../db/count-try';

const HOUR_MS = 60 * 60_000;
/** security.md T10. Making counts new keys and new values alike. */
const MOST_AN_HOUR = { make: 20, reveal: 10 } as const;

/** Counts one try of an owner in the database; a limiter that cannot count throws, which refuses. */
export async function takeHourly(
  what: keyof typeof MOST_AN_HOUR,
  customerId: string,
  at: Date,
): Promise<{ ok: true } | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number }> {
  const { count, endsAt } = await countTry({ subject: `access_key.${what}|${customerId}`, withinMs: HOUR_MS }, at);
  if (count <= MOST_AN_HOUR[what]) return { ok: true };
  const waitMs = endsAt.getTime() - at.getTime();
  return { ok: false, reason: 'too_many_attempts', retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
}
