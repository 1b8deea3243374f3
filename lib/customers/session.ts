import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { isByFactor, type Proof, type ProofKind } from './proof';
import { COUNTING } from './second-factor';

/** The person behind a request, as every page and action gets them. */
export type SignedInCustomer = {
  id: string;
  number: number;
  email: string;
  name: string | null;
  role: 'customer' | 'admin';
  isEmailVerified: boolean;
  sessionId: string;
  /** Whether the account asks for a second factor. */
  hasFactor: boolean;
  /** How and when the person last proved in this session who they are. */
  proof: Proof | undefined;
};

/** Somebody was let into an account as it stood then; what ended its sessions since (`endSessionsOf`) makes it too late. */
export type Entry = { customerId: string; epoch: number };

export type NewSession = Entry & {
  userAgent?: string;
  address?: string;
  /** What the sign-in took; left out for a browser that is let in without (it has just paid for this account). */
  by?: ProofKind;
  at?: Date;
};

const HOUR_MS = 3_600_000;
/** security.md T13. */
const IDLE_MS = 12 * HOUR_MS;
export const SESSION_LIFETIME_MS = 30 * 24 * HOUR_MS;
// A page and its parts make several requests; one write a minute is enough to know when a browser was last here.
const TOUCH_EVERY_MS = 60_000;
const MAX_USER_AGENT = 400;

/**
 * A new session row for a browser. Its id names the session in the cookie, and is new at every sign-in. Undefined when the
 * password changed, or sessions were ended otherwise, between the moment somebody was let in and this one.
 */
export async function startSession(wish: NewSession): Promise<{ id: string; expiresAt: Date } | undefined> {
  const at = wish.at ?? now();
  return inTransaction(async (tx) => {
    if (!(await holdEntry(tx, wish))) return undefined;
    return tx.session.create({
      data: {
        customerId: wish.customerId,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: new Date(at.getTime() + SESSION_LIFETIME_MS),
        userAgent: wish.userAgent?.slice(0, MAX_USER_AGENT) ?? null,
        address: wish.address ?? null,
        ...(wish.by === undefined ? {} : { provenBy: wish.by, provenAt: at }),
      },
      select: { id: true, expiresAt: true },
    });
  });
}

/**
 * Whether an entry still holds, until the end of the caller's transaction: who ends the sessions of the account waits for it,
 * and then ends what was begun meanwhile, too.
 */
export async function holdEntry(tx: Tx, { customerId, epoch }: Entry): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM customer
    WHERE id = ${customerId}::uuid AND access_epoch = ${epoch} AND disabled_at IS NULL FOR SHARE`;
  return rows.length > 0;
}

/** The entry of who is let into an account now, in the caller's transaction. */
export async function entryOf(tx: Tx, customerId: string): Promise<Entry> {
  const { accessEpoch } = await tx.customer.findUniqueOrThrow({
    where: { id: customerId },
    select: { accessEpoch: true },
  });
  return { customerId, epoch: accessEpoch };
}

/**
 * Who a session belongs to, or undefined when it was ended, is 12 hours idle or 30 days old, or its owner is disabled.
 * Asked on every request, so an ended session is over with its next one.
 */
export async function readSession(sessionId: string, at: Date = now()): Promise<SignedInCustomer | undefined> {
  if (!isUuid(sessionId)) return undefined;
  const session = await db().session.findFirst({
    where: { id: sessionId, ...liveAt(at), customer: { disabledAt: null } },
    include: { customer: { include: { factors: { where: COUNTING, select: { id: true }, take: 1 } } } },
  });
  if (!session) return undefined;
  if (at.getTime() - session.lastSeenAt.getTime() >= TOUCH_EVERY_MS) {
    await db().session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { lastSeenAt: at } });
  }
  const { id, number, email, name, role, emailVerifiedAt, factors } = session.customer;
  const { provenBy, provenAt } = session;
  return {
    id,
    number,
    email,
    name,
    role,
    isEmailVerified: emailVerifiedAt !== null,
    sessionId,
    hasFactor: factors.length > 0,
    proof: provenBy && provenAt ? { by: provenBy, at: provenAt } : undefined,
  };
}

/**
 * Notes in the caller's transaction that the person behind a session has just proved who they are, and answers the session
 * to go on with. A session that shows a factor for the first time goes on under a new id (security.md T13), so an id that
 * was stolen before opens nothing more.
 */
export async function proveSession(
  tx: Tx,
  proven: { sessionId: string; customerId: string; by: ProofKind },
  at: Date,
): Promise<string> {
  const { sessionId, customerId, by } = proven;
  // Who ends the sessions of this person waits, and then finds the new one; or was first, and there is none to go on with.
  await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR SHARE`;
  const old = await tx.session.findFirstOrThrow({ where: { id: sessionId, customerId, ...liveAt(at) } });
  const proof = { provenBy: by, provenAt: at };
  if (!isByFactor(by) || (old.provenBy && isByFactor(old.provenBy))) {
    await tx.session.update({ where: { id: sessionId }, data: proof });
    return sessionId;
  }
  await tx.session.update({ where: { id: sessionId }, data: { revokedAt: at } });
  const { createdAt, expiresAt, userAgent, address } = old;
  const data = { customerId, createdAt, expiresAt, userAgent, address, lastSeenAt: at, ...proof };
  return (await tx.session.create({ data, select: { id: true } })).id;
}

/** What makes a session row usable at an instant. */
export function liveAt(at: Date) {
  return { revokedAt: null, expiresAt: { gt: at }, lastSeenAt: { gt: new Date(at.getTime() - IDLE_MS) } };
}

/**
 * Ends every session of a person but the one to keep, in the caller's transaction: password, role, standing or factors
 * changed. A sign-in that waits for its second factor is over as well, and one that is under way comes too late.
 */
export async function endSessionsOf(tx: Tx, which: { customerId: string; except?: string }, at: Date): Promise<number> {
  // First: it waits for sessions that are being made, so that they are found below.
  await tx.customer.update({ where: { id: which.customerId }, data: { accessEpoch: { increment: 1 } } });
  await tx.pendingSignIn.deleteMany({ where: { customerId: which.customerId } });
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
