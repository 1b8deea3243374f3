import { now } from '../clock';
import { db } from '../db/client';
import { liveAt } from './session';

export type ListedSession = {
  id: string;
  userAgent: string | null;
  address: string | null;
  createdAt: Date;
  lastSeenAt: Date;
};

/** The browsers in which this customer is signed in, the last used first. */
export async function listSessions(which: { customerId: string; at?: Date }): Promise<ListedSession[]> {
  return db().session.findMany({
    where: { customerId: which.customerId, ...liveAt(which.at ?? now()) },
    orderBy: [{ lastSeenAt: 'desc' }, { createdAt: 'desc' }],
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
    take: 100,
  });
}
