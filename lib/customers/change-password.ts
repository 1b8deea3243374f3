import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { type AttemptLimit, forgetAttempts, takeAttempt } from './attempt-limit';
import { hashPassword, type PasswordRefusal, passwordProblem, verifyPassword } from './password';
import { liveAt } from './session';
import { setPassword } from './set-password';

/** A stolen session must not become a place to guess the password. */
const CHANGES: AttemptLimit = { name: 'change_password', tries: 5, withinMs: 15 * 60_000 };

export type ChangePasswordResult =
  | { ok: true }
  | { ok: false; reason: 'wrong_password' | 'password_unchanged' | PasswordRefusal }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number };

/** A signed-in person changes their password, knowing the present one. Every other session ends. */
export async function changePassword(given: {
  customerId: string;
  sessionId: string;
  currentPassword: string;
  newPassword: string;
  address: string;
  userAgent?: string;
  at?: Date;
}): Promise<ChangePasswordResult> {
  const { customerId, sessionId, currentPassword, newPassword, address, at = now() } = given;
  const taken = await takeAttempt([{ limit: CHANGES, subject: customerId }], at);
  if (!taken.ok) return taken;
  const customer = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
  const { matches } = await verifyPassword(customer.passwordHash, currentPassword);
  if (!matches) return { ok: false, reason: 'wrong_password' };
  await forgetAttempts(CHANGES, customerId);
  const problem = passwordProblem(newPassword);
  if (problem) return { ok: false, reason: problem };
  if (newPassword === currentPassword) return { ok: false, reason: 'password_unchanged' };
  const passwordHash = await hashPassword(newPassword);
  const actor = {
    kind: customer.role,
    id: customerId,
    via: `session:${sessionId}`,
    address,
    agent: given.userAgent,
  } as const;
  return inTransaction(async (tx) => {
    if (!(await isStill(tx, { customer, sessionId }, at))) return { ok: false, reason: 'wrong_password' };
    await setPassword(tx, { customer, passwordHash, keepSessionId: sessionId, actor, action: 'password.change' }, at);
    return { ok: true };
  });
}

// Hashing takes a while. A password that was reset meanwhile, or a session that was ended, must not be overruled by it.
async function isStill(
  tx: Tx,
  was: { customer: { id: string; passwordHash: string | null }; sessionId: string },
  at: Date,
): Promise<boolean> {
  const { id, passwordHash } = was.customer;
  const same = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM customer WHERE id = ${id}::uuid AND password_hash = ${passwordHash} FOR NO KEY UPDATE`;
  if (same.length === 0) return false;
  return (await tx.session.count({ where: { id: was.sessionId, customerId: id, ...liveAt(at) } })) > 0;
}
