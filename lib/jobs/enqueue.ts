import { now } from '../clock';
import type { Prisma, Tx } from '../db/client';

export type Promised = {
  /** Names the handler that will keep the promise (wired in lib/server). */
  kind: string;
  /** Ids and facts only. Secrets in clear do not belong here: the row is kept and shown to admins. */
  payload: Prisma.InputJsonObject;
  /** The same promise made twice is kept once. */
  dedupeKey: string;
  /** Store time from which it may be done; at once when left out. */
  availableAt?: Date;
};

/**
 * Promises work inside the caller's transaction: it is done after the commit, or never if the transaction fails.
 * Returns whether the promise is new; a second one with the same `dedupeKey` changes nothing.
 */
export async function enqueue(tx: Tx, promised: Promised): Promise<{ isNew: boolean }> {
  return { isNew: (await enqueueAll(tx, [promised])) === 1 };
}

/** The same for many, in one statement. Returns how many of them are new. */
export async function enqueueAll(tx: Tx, promises: Promised[]): Promise<number> {
  const createdAt = now();
  const { count } = await tx.outboxEntry.createMany({
    data: promises.map(({ kind, payload, dedupeKey, availableAt = createdAt }) => ({
      kind,
      payload,
      dedupeKey,
      createdAt,
      availableAt,
    })),
    skipDuplicates: true,
  });
  return count;
}
