import { lookupDigest } from '../secrets/lookup-digest';
import { db } from './client';

/**
 * Counts one try for a subject within a window that starts with the first of them, in one statement, and tells how many it
 * has seen and when it ends. The subject is kept as a digest only.
 */
export async function countTry(
  { subject, withinMs }: { subject: string; withinMs: number },
  at: Date,
): Promise<{ count: number; endsAt: Date }> {
  const endsAt = new Date(at.getTime() + withinMs);
  const [row] = await db().$queryRaw<{ count: number; endsAt: Date }[]>`
    INSERT INTO attempt_window AS w (subject, count, ends_at) VALUES (${trySubject(subject)}, 1, ${endsAt})
    ON CONFLICT (subject) DO UPDATE SET
      count = CASE WHEN w.ends_at <= ${at} THEN 1 ELSE w.count + 1 END,
      ends_at = CASE WHEN w.ends_at <= ${at} THEN excluded.ends_at ELSE w.ends_at END
    RETURNING count, ends_at AS "endsAt"`;
  if (!row) throw new Error('The attempt was not counted');
  return row;
}

/** Under what a subject is counted. */
export function trySubject(subject: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(lookupDigest(`attempt|${subject}`));
}
