import { db, type Prisma } from '../db/client';

/** Replaces what a job remembers, for a handler that forgets a secret once it has done its duty. */
export async function replacePayload(id: string, payload: Prisma.InputJsonObject): Promise<void> {
  await db().outboxEntry.update({ where: { id }, data: { payload } });
}
