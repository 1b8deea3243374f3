import { createHmac } from 'node:crypto';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { derivedKey } from '../secrets/keyring';
import { newToken } from '../secrets/token';
import { type FactorAnswer, type ProveFactorResult, proveFactor } from './prove-factor';
import { type Entry, entryOf, holdEntry } from './session';

/** How long after the password the second factor may follow. */
export const PENDING_SIGN_IN_MS = 10 * 60_000;

export type PendingSignIn = { id: string; customer: { id: string; email: string } };

export type FinishSignInResult =
  | { ok: true; entry: Entry; by: Extract<ProveFactorResult, { ok: true }>['by'] }
  | Extract<ProveFactorResult, { ok: false }>
  | { ok: false; reason: 'sign_in_over' };

/**
 * Remembers that the browser which holds the token showed this person's password. That is no session: all it can do is show
 * a second factor, once, within ten minutes. Undefined when the password changed since it was shown.
 */
export async function startPendingSignIn(wish: Entry & { at?: Date }): Promise<{ token: string } | undefined> {
  const { customerId, at = now() } = wish;
  const token = newToken();
  const expiresAt = new Date(at.getTime() + PENDING_SIGN_IN_MS);
  return inTransaction(async (tx) => {
    if (!(await holdEntry(tx, wish))) return undefined;
    await tx.pendingSignIn.create({ data: { digest: digestOf(token), customerId, createdAt: at, expiresAt } });
    return { token };
  });
}

/** The sign-in that a browser's token continues, or undefined when it is over. */
export async function readPendingSignIn(token: string, at: Date = now()): Promise<PendingSignIn | undefined> {
  const found = await db().pendingSignIn.findFirst({
    where: { digest: digestOf(token), usedAt: null, expiresAt: { gt: at }, customer: { disabledAt: null } },
    select: { id: true, customer: { select: { id: true, email: true } } },
  });
  return found ?? undefined;
}

/** Takes the second factor. A right one ends the pending sign-in, and exactly one caller may open a session for it. */
export async function finishSignIn(given: {
  token: string;
  answer: FactorAnswer;
  address: string;
  userAgent?: string;
  at?: Date;
}): Promise<FinishSignInResult> {
  const { token, at = now(), ...shown } = given;
  const pending = await readPendingSignIn(token, at);
  if (!pending) return { ok: false, reason: 'sign_in_over' };
  const { id, customer } = pending;
  const proven = await proveFactor({ customer, holderId: id, ...shown }, at);
  if (!proven.ok) return proven;
  return inTransaction(async (tx) => {
    // A password changed or an account disabled meanwhile took the row away.
    const { count } = await tx.pendingSignIn.updateMany({ where: { id, usedAt: null }, data: { usedAt: at } });
    if (count === 0) return { ok: false, reason: 'sign_in_over' };
    await recordAudit(tx, {
      actor: { kind: 'customer', id: customer.id, address: given.address, agent: given.userAgent },
      action: 'session.start',
      objectKind: 'customer',
      objectId: customer.id,
      after: { factor: proven.by },
      at,
    });
    return { ok: true, entry: await entryOf(tx, customer.id), by: proven.by };
  });
}

/** Removes sign-ins that were not finished, challenges that were not answered and apps whose first code never came. */
export async function dropUnfinished(at: Date): Promise<void> {
  const dayAgo = new Date(at.getTime() - 86_400_000);
  await db().pendingSignIn.deleteMany({ where: { expiresAt: { lte: at } } });
  await db().passkeyChallenge.deleteMany({ where: { expiresAt: { lte: at } } });
  await db().secondFactor.deleteMany({ where: { confirmedAt: null, createdAt: { lte: dayAgo } } });
}

function digestOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', derivedKey('pending-sign-in')).update(token).digest());
}
