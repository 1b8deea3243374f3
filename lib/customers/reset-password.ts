import { now } from '../clock';
import { inTransaction } from '../db/client';
import { closeUnprovenAccount } from './close-unproven-account';
import { isTokenUsable, spendToken } from './one-use-token';
import { hashPassword, type PasswordRefusal, passwordProblem } from './password';
import { setPassword } from './set-password';

export type ResetPasswordResult =
  | { ok: true; customerId: string }
  | { ok: false; reason: 'link_not_usable' | PasswordRefusal };

/**
 * Sets a new password by a mailed link, once; all sessions end. Holding the link also proves the address; in an account
 * whose address was not proven before, all else that a stranger could have left there ends too (ADR 0111). A password that is
 * refused does not use the link up.
 */
export async function resetPassword(given: {
  token: string;
  password: string;
  address: string;
  userAgent?: string;
  at?: Date;
}): Promise<ResetPasswordResult> {
  const { token, password, address, at = now() } = given;
  const spending = { token, purpose: 'reset_password' } as const;
  if (!(await isTokenUsable(spending, at))) return { ok: false, reason: 'link_not_usable' };
  const problem = passwordProblem(password);
  if (problem) return { ok: false, reason: problem };
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const spent = await spendToken(tx, spending, at);
    if (!spent) return { ok: false, reason: 'link_not_usable' };
    const customer = await tx.customer.findUniqueOrThrow({ where: { id: spent.customerId } });
    const actor = { kind: 'customer', id: customer.id, via: 'reset link', address, agent: given.userAgent } as const;
    await closeUnprovenAccount(tx, { customerId: customer.id, actor }, at);
    await setPassword(tx, { customer, passwordHash, actor, action: 'password.reset' }, at);
    if (!customer.emailVerifiedAt) {
      await tx.customer.update({ where: { id: customer.id }, data: { emailVerifiedAt: at } });
    }
    return { ok: true, customerId: customer.id };
  });
}

/** Whether a reset link would still work, for its page. Opening the page uses nothing up: mail scanners open links too. */
export async function isResetLinkUsable(token: string, at: Date = now()): Promise<boolean> {
  return isTokenUsable({ token, purpose: 'reset_password' }, at);
}
