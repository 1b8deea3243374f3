import { db } from '../db/client';

/** One recent call of a key. */
export type RecentCall = {
  at: Date;
  requestId: string;
  operation: string;
  method: string;
  path: string;
  status: number;
  outcome: string;
  address: string;
  userAgent: string;
  durationUs: number;
};

const MOST = 100;

/** The last calls of one key, newest first; at most 100. The caller checks whose key it is. */
export async function listKeyCalls(keyId: string, atMost: number): Promise<RecentCall[]> {
  return db().accessCall.findMany({
    where: { accessKeyId: keyId },
    orderBy: { id: 'desc' },
    take: Math.min(MOST, Math.max(1, atMost)),
    select: {
      at: true,
      requestId: true,
      operation: true,
      method: true,
      path: true,
      status: true,
      outcome: true,
      address: true,
      userAgent: true,
      durationUs: true,
    },
  });
}
