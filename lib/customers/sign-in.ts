import { addressBlock } from '../address-block';
import { recordAudit } from '../audit/record-audit';
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

export type SignInResult =
  /** `needsFactor`: the password alone opens nothing; go on with `startPendingSignIn`. */
  | { ok: true; entry: Entry; needsFactor: boolean }
  | { ok: false; reason: 'wrong_email_or_password' }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number };

/**
 * Checks e-mail and password. Unknown address, wrong password, no password chosen yet and a disabled account give one
 * answer after the same work. Throws when attempts cannot be counted: without its limit there is no sign-in.
 */
export async function signIn(given: {
  email: string;
  password: string;
  address: string;
  at?: Date;
}): Promise<SignInResult> {
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
  if (!taken.ok) return taken;
  const customer = await db().customer.findUnique({ where: { email } });
  const { matches, isOutdated } = await verifyPassword(customer?.passwordHash ?? null, given.password);
  if (!customer || !matches || customer.disabledAt) {
    await recordRefusal(customer?.id, given.address, at);
    return { ok: false, reason: 'wrong_email_or_password' };
  }
  await forgetAttempts(ACCOUNT_AND_ADDRESS, pair);
  await returnAttempt(ADDRESS, block);
  const needsFactor = await hasFactor(customer.id);
  await recordSuccess({ customerId: customer.id, needsFactor, address: given.address }, at);
  if (isOutdated) await strengthenHash(customer.id, customer.passwordHash, given.password);
  // As it was when its hash was read: a password changed while this one was checked makes it too late.
  return { ok: true, entry: { customerId: customer.id, epoch: customer.accessEpoch }, needsFactor };
}

async function recordRefusal(customerId: string | undefined, address: string, at: Date): Promise<void> {
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor: { kind: 'client', address },
      action: 'session.refuse',
      objectKind: 'customer',
      // What was typed is not kept: people type their password into the wrong field.
      objectId: customerId ?? 'unknown',
      at,
    }),
  );
}

async function recordSuccess(
  { customerId, needsFactor, address }: { customerId: string; needsFactor: boolean; address: string },
  at: Date,
): Promise<void> {
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor: { kind: 'customer', id: customerId, address },
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
