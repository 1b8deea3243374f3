import { db } from '../db/client';

const KEPT_MS = 90 * 86_400_000;

/** Removes sessions that ended ninety days ago, and with them the address and the browser they were seen with. */
export async function dropOldSessions(at: Date): Promise<number> {
  const before = new Date(at.getTime() - KEPT_MS);
  const { count } = await db().session.deleteMany({
    where: { OR: [{ revokedAt: { lt: before } }, { expiresAt: { lt: before } }] },
  });
  return count;
}
