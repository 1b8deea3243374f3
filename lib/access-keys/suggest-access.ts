import { db } from '../db/client';

/** What a key was really used for, and so what would be enough for it (api-keys.md 4.1, point 10). */
export type AccessSuggestion = { days: number; used: string[] };

const DAY_MS = 86_400_000;
const LOOK_BACK_DAYS = 90;
const YOUNGEST_DAYS = 7;
const NETWORK_DAYS = 30;
const MOST_NETWORKS = 10;

/**
 * The operations that a key called with success in the last 90 days; undefined when it called none or is younger than
 * seven days: too little to say anything. Whether they are fewer than it may call is for the reader to compare.
 */
export async function suggestAccess(keyId: string, at: Date): Promise<AccessSuggestion | undefined> {
  const key = await db().accessKey.findUnique({ where: { id: keyId }, select: { createdAt: true } });
  if (!key || at.getTime() - key.createdAt.getTime() < YOUNGEST_DAYS * DAY_MS) return undefined;
  const rows = await db().accessDay.findMany({
    where: {
      accessKeyId: keyId,
      day: { gte: new Date(at.getTime() - LOOK_BACK_DAYS * DAY_MS) },
      status: { lt: 400 },
      operation: { not: '' },
    },
    distinct: ['operation'],
    orderBy: { operation: 'asc' },
    select: { operation: true },
  });
  return rows.length === 0 ? undefined : { days: LOOK_BACK_DAYS, used: rows.map(({ operation }) => operation) };
}

/** The networks seen in the last 30 days as CIDR blocks, for the address list of a key; at most 10, most used first. */
export async function suggestAddresses(keyId: string, at: Date): Promise<string[]> {
  const rows = await db().accessNetwork.findMany({
    where: { accessKeyId: keyId, lastSeenAt: { gte: new Date(at.getTime() - NETWORK_DAYS * DAY_MS) } },
    orderBy: [{ calls: 'desc' }, { block: 'asc' }],
    take: MOST_NETWORKS,
    select: { block: true },
  });
  return rows.map(({ block }) => block);
}
