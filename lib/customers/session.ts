import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';

/** The person behind a request, as every page and action gets them. */
export type SignedInCustomer = {
  id: string;
  number: number;
  email: string;
  name: string | null;
  role: 'customer' | 'admin';
  isEmailVerified: boolean;
  sessionId: string;
};

export type NewSession = { customerId: string; userAgent?: string; address?: string; at?: Date };

const HOUR_MS = 3_600_000;
/** security.md T13. */
const IDLE_MS = 12 * HOUR_MS;
export const SESSION_LIFETIME_MS = 30 * 24 * HOUR_MS;
// A page and its parts make several requests; one write a minute is enough to know when a browser was last here.
const TOUCH_EVERY_MS = 60_000;
const MAX_USER_AGENT = 400;

/** A new session row for a browser. Its id names the session in the cookie, and is new at every sign-in. */
export async function startSession(wish: NewSession): Promise<{ id: string; expiresAt: Date }> {
  const at = wish.at ?? now();
  return db().session.create({
    data: {
      customerId: wish.customerId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + SESSION_LIFETIME_MS),
      userAgent: wish.userAgent?.slice(0, MAX_USER_AGENT) ?? null,
      address: wish.address ?? null,
    },
    select: { id: true, expiresAt: true },
  });
}

/**
 * Who a session belongs to, or undefined when it was ended, is 12 hours idle or 30 days old, or its owner is disabled.
 * Asked on every request, so an ended session is over with its next one.
 */
export async function readSession(sessionId: string, at: Date = now()): Promise<SignedInCustomer | undefined> {
  if (!isUuid(sessionId)) return undefined;
  const session = await db().session.findFirst({
    where: { id: sessionId, ...liveAt(at), customer: { disabledAt: null } },
    include: { customer: true },
  });
  if (!session) return undefined;
  if (at.getTime() - session.lastSeenAt.getTime() >= TOUCH_EVERY_MS) {
    await db().session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { lastSeenAt: at } });
  }
  const { id, number, email, name, role, emailVerifiedAt } = session.customer;
  return { id, number, email, name, role, isEmailVerified: emailVerifiedAt !== null, sessionId };
}

/** What makes a session row usable at an instant. */
export function liveAt(at: Date) {
  return { revokedAt: null, expiresAt: { gt: at }, lastSeenAt: { gt: new Date(at.getTime() - IDLE_MS) } };
}

/** Ends every session of a person but the one to keep, in the caller's transaction: password, role or standing changed. */
export async function endSessionsOf(tx: Tx, which: { customerId: string; except?: string }, at: Date): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: {
      customerId: which.customerId,
      revokedAt: null,
      ...(which.except === undefined ? {} : { id: { not: which.except } }),
    },
    data: { revokedAt: at },
  });
  return count;
}
