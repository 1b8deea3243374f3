import { createHmac } from 'node:crypto';
import { db, type Tx } from '../db/client';
import { derivedKey } from '../secrets/keyring';
import { newToken } from '../secrets/token';

export type TokenPurpose = 'reset_password' | 'verify_email' | 'sign_in' | 'change_email';

export type IssuedToken = { tokenId: string; token: string; expiresAt: Date };

// security.md K169 allows at most an hour for what opens an account; a confirmation opens nothing, so people get a day.
const LIFETIME_MS: Record<TokenPurpose, number> = {
  reset_password: 3_600_000,
  sign_in: 3_600_000,
  verify_email: 24 * 3_600_000,
  change_email: 24 * 3_600_000,
};

export type TokenOwner = {
  id: string;
  email: string;
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
  /** change_email: the address that the token proves. */
  address: string | null;
};

/** A token that works once. Older ones of the same purpose stop working. Only its HMAC is kept. */
export async function issueToken(
  tx: Tx,
  wish: { customerId: string; purpose: TokenPurpose; address?: string },
  at: Date,
): Promise<IssuedToken> {
  const { customerId, purpose } = wish;
  await retireTokens(tx, { customerId, purpose }, at);
  const token = newToken();
  const expiresAt = new Date(at.getTime() + LIFETIME_MS[wish.purpose]);
  const row = await tx.oneUseToken.create({
    data: { ...wish, digest: tokenDigest(purpose, token), createdAt: at, expiresAt },
  });
  return { tokenId: row.id, token, expiresAt };
}

/** Makes every unused token of a purpose useless. */
export async function retireTokens(
  tx: Tx,
  which: { customerId: string; purpose: TokenPurpose },
  at: Date,
): Promise<void> {
  await tx.oneUseToken.updateMany({ where: { ...which, usedAt: null }, data: { usedAt: at } });
}

/**
 * Uses a token up and answers whose it was, and of `change_email` which address it proves. Of many callers at once exactly
 * one gets an answer.
 */
export async function spendToken(
  tx: Tx,
  given: { token: string; purpose: TokenPurpose },
  at: Date,
): Promise<{ customerId: string; address: string | null } | undefined> {
  const where = usableWhere(given, at);
  // One conditional write decides; the row lock makes a second caller wait, look again and find it used.
  const [spent] = await tx.oneUseToken.updateManyAndReturn({
    where,
    data: { usedAt: at },
    select: { customerId: true, address: true },
  });
  return spent;
}

/** Whether a token would work now, for a page that asks before it acts. Changes nothing. */
export async function isTokenUsable(given: { token: string; purpose: TokenPurpose }, at: Date): Promise<boolean> {
  return (await db().oneUseToken.count({ where: usableWhere(given, at) })) > 0;
}

/** Whose token it is, if it would work now, for a page that asks its owner something first. Changes nothing. */
export async function findTokenOwner(
  given: { token: string; purpose: TokenPurpose },
  at: Date,
): Promise<TokenOwner | undefined> {
  const row = await db().oneUseToken.findFirst({
    where: usableWhere(given, at),
    select: {
      address: true,
      customer: { select: { id: true, email: true, passwordHash: true, emailVerifiedAt: true } },
    },
  });
  return row ? { ...row.customer, address: row.address } : undefined;
}

function usableWhere(given: { token: string; purpose: TokenPurpose }, at: Date) {
  return {
    digest: tokenDigest(given.purpose, given.token),
    usedAt: null,
    expiresAt: { gt: at },
    customer: { disabledAt: null },
  };
}

function tokenDigest(purpose: TokenPurpose, token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', derivedKey('one-use-token')).update(`${purpose}|${token}`).digest());
}
