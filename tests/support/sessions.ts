import { startPendingSignIn } from '@/lib/customers/pending-sign-in';
import { entryOf, type NewSession, startSession } from '@/lib/customers/session';
import { inTransaction } from '@/lib/db/client';

const entryNow = (customerId: string) => inTransaction((tx) => entryOf(tx, customerId));

/** A session of somebody who is let into the account as it stands. */
export async function aSession(wish: Omit<NewSession, 'epoch'>) {
  const session = await startSession({ ...wish, ...(await entryNow(wish.customerId)) });
  if (!session) throw new Error('Nobody was let in');
  return session;
}

/** A sign-in that waits for its second factor. */
export async function aPendingSignIn({ customerId, at }: { customerId: string; at?: Date }) {
  const pending = await startPendingSignIn({ ...(await entryNow(customerId)), ...(at ? { at } : {}) });
  if (!pending) throw new Error('Nobody was let in');
  return pending;
}
