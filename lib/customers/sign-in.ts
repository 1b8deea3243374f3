import { addressBlock } from '../address-block';
import { type AuditFact, recordAudit } from '../audit/record-audit';
import { recordSeldom } from '../audit/record-seldom';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { type AttemptLimit, forgetAttempts, returnAttempt, takeAttempt } from './attempt-limit';
import { readEmailAddress } from './email-address';
import { hashPassword, verifyPassword } from './password';
import { hasFactor } from './second-factor';
import type { Entry } from './session';

const MINUTE_MS = 60_000;
/** security.md T10. No limit counts an account alone: a stranger must not be able to lock its owner out. */
const ACCOUNT_AND_ADDRESS: AttemptLimit = { name: 'sign_in', tries: 5, withinMs: 15 * MINUTE_MS };
const ADDRESS: AttemptLimit = { name: 'sign_in_address', tries: 50, withinMs: 60 * MINUTE_MS };

type SignInWish = { email: string; password: string; address: string; userAgent?: string; at?: Date };

export type SignInResult =
  /** `needsFactor`: the password alone opens nothing; go on with `startPendingSignIn`. */
  | { ok: true; entry: Entry; needsFactor: boolean }
  | { ok: false; reason: 'wrong_email_or_password' }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number };

/**
 * Checks e-mail and password. Unknown address, wrong password, no password chosen yet and a disabled account give one
 * answer after the same work. Throws when attempts cannot be counted: without its limit there is no sign-in.
 */
export async function signIn(given: SignInWish): Promise<SignInResult> {
  const at = given.at ?? now();
  const read = readEmailAddress(given.email);
  const email = read.ok ? read.address : '';
  const block = addressBlock(given.address);
  const pair = `${email}|${block}`;
  const taken = await takeAttempt(
    [
      { limit: ACCOUNT_AND_ADDRESS, subject: pair },
      { limit: ADDRESS, subject: block },
    ],
    at,
  );
  const customer = await db().customer.findUnique({ where: { email } });
  if (!taken.ok) {
    await recordSeldom(refusalOf(given, customer, { limited: true }, at), `session.limit|${block}`);
    return taken;
  }
  const { matches, isOutdated } = await verifyPassword(customer?.passwordHash ?? null, given.password);
  if (!customer || !matches || customer.disabledAt) {
    await inTransaction((tx) => recordAudit(tx, refusalOf(given, customer, {}, at)));
    return { ok: false, reason: 'wrong_email_or_password' };
  }
  await forgetAttempts(ACCOUNT_AND_ADDRESS, pair);
  await returnAttempt(ADDRESS, block);
  const needsFactor = await hasFactor(customer.id);
  await recordSuccess(given, { customerId: customer.id, needsFactor }, at);
  if (isOutdated) await strengthenHash(customer.id, customer.passwordHash, given.password);
  // As it was when its hash was read: a password changed while this one was checked makes it too late.
  return { ok: true, entry: { customerId: customer.id, epoch: customer.accessEpoch }, needsFactor };
}

function refusalOf(
  { address, userAgent }: SignInWish,
  customer: { id: string; role: string } | null,
  circumstances: { limited?: true },
  at: Date,
): AuditFact {
  // Tries at an account that may change the store are looked for among all the others.
  const after = { ...circumstances, ...(customer?.role === 'admin' ? { role: 'admin' } : {}) };
  return {
    actor: { kind: 'client', address, agent: userAgent },
    action: 'session.refuse',
    objectKind: 'customer',
    // What was typed is not kept: people type their password into the wrong field.
    objectId: customer?.id ?? 'unknown',
    ...(Object.keys(after).length > 0 ? { after } : {}),
    at,
  };
}

async function recordSuccess(
  { address, userAgent }: SignInWish,
  { customerId, needsFactor }: { customerId: string; needsFactor: boolean },
  at: Date,
): Promise<void> {
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor: { kind: 'customer', id: customerId, address, agent: userAgent },
      action: needsFactor ? 'session.await_factor' : 'session.start',
      objectKind: 'customer',
      objectId: customerId,
      at,
    }),
  );
}

async function strengthenHash(customerId: string, previous: string | null, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  // Only over the hash that was checked: a password changed meanwhile stays changed.
  await db().customer.updateMany({ where: { id: customerId, passwordHash: previous }, data: { passwordHash } });
}
