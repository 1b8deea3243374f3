import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { derivedKey } from '../secrets/keyring';
import { newToken } from '../secrets/token';
import { createCustomer } from './create-customer';
import { hashPassword, type PasswordRefusal, passwordProblem } from './password';
import { type Entry, entryOf } from './session';

/** The row of store_state with the one claim that works; only its HMAC is kept. */
const KEY = 'owner_claim';
// Whoever may read the console may read it later, too: what it printed must not open a store for ever.
const LIFETIME_MS = 24 * 3_600_000;

const claimSchema = z.object({ digest: z.string(), expiresAt: z.iso.datetime() });

export type ClaimStoreResult =
  /** `entry`: to sign the owner in. */
  | { ok: true; entry: Entry }
  | { ok: false; reason: 'claim_not_usable' | 'invalid_email' | 'email_taken' | PasswordRefusal };

/** Whether anybody can open the administration. */
export async function hasOwner(tx: Tx = db()): Promise<boolean> {
  return (await tx.customer.count({ where: { role: 'admin', disabledAt: null } })) > 0;
}

/** A token that makes whoever uses it the owner of a store that has none: once, within a day. The one before ends. */
export async function issueOwnerClaim(at: Date = now()): Promise<string> {
  const token = newToken();
  const value = { digest: digestOf(token), expiresAt: new Date(at.getTime() + LIFETIME_MS).toISOString() };
  await db().storeState.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
  return token;
}

/** Whether a claim would work now, for its page. Opening the page uses nothing up. */
export async function isClaimUsable(token: string, at: Date = now()): Promise<boolean> {
  if (await hasOwner()) return false;
  const row = await db().storeState.findUnique({ where: { key: KEY } });
  return isOf(row?.value, token, at);
}

/**
 * Makes the first admin of the store, with the address and password they chose, and uses the claim up. Of many at once
 * exactly one becomes the owner. What is refused leaves the claim as it was. An address that has an account is refused:
 * whoever holds the console need not be the person behind it.
 */
export async function claimStore(given: {
  token: string;
  email: string;
  password: string;
  address: string;
  at?: Date;
}): Promise<ClaimStoreResult> {
  const { token, email, password, address, at = now() } = given;
  if (!(await isClaimUsable(token, at))) return { ok: false, reason: 'claim_not_usable' };
  const problem = passwordProblem(password);
  if (problem) return { ok: false, reason: problem };
  const passwordHash = await hashPassword(password);
  return inTransaction<ClaimStoreResult>(async (tx) => {
    if (!(await holdClaim(tx, token, at))) return { ok: false, reason: 'claim_not_usable' };
    const actor = { kind: 'system', via: 'claim link', address } as const;
    const made = await createCustomer(tx, { email, role: 'admin', isEmailVerified: true, passwordHash, at, actor });
    if (!made.ok) {
      if (made.reason === 'number_taken') throw new Error('The account could not be made: number_taken');
      return { ok: false, reason: made.reason };
    }
    await tx.storeState.delete({ where: { key: KEY } });
    const { id } = made.customer;
    await recordAudit(tx, { actor, action: 'customer.claim_store', objectKind: 'customer', objectId: id, at });
    return { ok: true, entry: await entryOf(tx, id) };
  });
}

/** Whether it is the claim and there is no owner, until the end of the transaction: a second claim waits here. */
async function holdClaim(tx: Tx, token: string, at: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ value: unknown }[]>`SELECT value FROM store_state WHERE key = ${KEY} FOR UPDATE`;
  return isOf(row?.value, token, at) && !(await hasOwner(tx));
}

// Digests are compared, never tokens: how long that takes tells nothing of the token.
function isOf(value: unknown, token: string, at: Date): boolean {
  const claim = claimSchema.safeParse(value);
  return claim.success && claim.data.digest === digestOf(token) && new Date(claim.data.expiresAt) > at;
}

function digestOf(token: string): string {
  return createHmac('sha256', derivedKey('one-use-token')).update(`${KEY}|${token}`).digest('hex');
}
