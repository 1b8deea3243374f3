import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction, type Tx } from '../db/client';
import { createCustomer, findCustomerByEmail } from './create-customer';
import { resetFactors } from './remove-factor';

export type GrantAdminResult =
  | { ok: true; customerId: string; isNewAccount: boolean }
  | { ok: false; reason: 'invalid_email' };

/**
 * Makes the person with this address an admin, with an account if there was none. With `passwordHash` the password is
 * replaced as well and every browser signed out, which is how an operator gets back into a store. With `resetsFactors` all
 * second factors go too: the admin area then asks for a new one at the next sign-in.
 */
export function grantAdmin(wish: {
  email: string;
  passwordHash?: string;
  /** Used only when the account has to be made. */
  passwordHashOfNewAccount?: string;
  resetsFactors?: boolean;
  at: Date;
  actor: Actor;
}): Promise<GrantAdminResult> {
  return inTransaction(async (tx) => {
    const found = await findCustomerByEmail(tx, wish.email);
    if (found) {
      await promote(tx, found.id, wish);
      return { ok: true, customerId: found.id, isNewAccount: false };
    }
    const { email, at, actor } = wish;
    const chosen = wish.passwordHash ?? wish.passwordHashOfNewAccount;
    const hash = chosen === undefined ? {} : { passwordHash: chosen };
    const made = await createCustomer(tx, { email, role: 'admin', isEmailVerified: true, at, actor, ...hash });
    if (made.ok) return { ok: true, customerId: made.customer.id, isNewAccount: true };
    if (made.reason === 'invalid_email') return { ok: false, reason: 'invalid_email' };
    throw new Error(`The account could not be made: ${made.reason}`);
  });
}

async function promote(
  tx: Tx,
  customerId: string,
  wish: { passwordHash?: string; resetsFactors?: boolean; at: Date; actor: Actor },
): Promise<void> {
  const before = await tx.customer.findUniqueOrThrow({
    where: { id: customerId },
    select: { role: true, email: true },
  });
  const hash = wish.passwordHash === undefined ? {} : { passwordHash: wish.passwordHash };
  await tx.customer.update({ where: { id: customerId }, data: { role: 'admin', disabledAt: null, ...hash } });
  if (wish.passwordHash !== undefined) {
    await tx.session.updateMany({ where: { customerId, revokedAt: null }, data: { revokedAt: wish.at } });
  }
  if (wish.resetsFactors) {
    await resetFactors(tx, { customer: { id: customerId, email: before.email }, actor: wish.actor }, wish.at);
  }
  await recordAudit(tx, {
    actor: wish.actor,
    action: 'customer.grant_admin',
    objectKind: 'customer',
    objectId: customerId,
    before: { role: before.role },
    after: { role: 'admin', passwordReplaced: wish.passwordHash !== undefined },
    at: wish.at,
  });
}
