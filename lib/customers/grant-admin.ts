import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction, type Tx } from '../db/client';
import { closeUnprovenAccount } from './close-unproven-account';
import { createCustomer, findCustomerByEmail } from './create-customer';
import { resetFactors } from './remove-factor';
import { endSessionsOf } from './session';

export type GrantAdminResult =
  /** `isPasswordNew`: one of the given hashes is in place. */
  | { ok: true; customerId: string; isNewAccount: boolean; isPasswordNew: boolean }
  | { ok: false; reason: 'invalid_email' };

/**
 * Makes the person with this address an admin, with an account if there was none. With `passwordHash` the password is
 * replaced as well and every browser signed out, which is how an operator gets back into a store. With `resetsFactors` all
 * second factors go too: the admin area then asks for a new one at the next sign-in. An account whose address nobody has proven
 * is closed first to whoever opened it (ADR 0111), and gets the password of a new one.
 */
export function grantAdmin(wish: {
  email: string;
  passwordHash?: string;
  /** Used only when the account has to be made, or was closed to whoever opened it. */
  passwordHashOfNewAccount?: string;
  resetsFactors?: boolean;
  at: Date;
  actor: Actor;
}): Promise<GrantAdminResult> {
  return inTransaction(async (tx) => {
    const found = await findCustomerByEmail(tx, wish.email);
    if (found) {
      const isPasswordNew = await promote(tx, found.id, wish);
      return { ok: true, customerId: found.id, isNewAccount: false, isPasswordNew };
    }
    const { email, at, actor } = wish;
    const chosen = wish.passwordHash ?? wish.passwordHashOfNewAccount;
    const hash = chosen === undefined ? {} : { passwordHash: chosen };
    const made = await createCustomer(tx, { email, role: 'admin', isEmailVerified: true, at, actor, ...hash });
    if (made.ok) {
      return { ok: true, customerId: made.customer.id, isNewAccount: true, isPasswordNew: chosen !== undefined };
    }
    if (made.reason === 'invalid_email') return { ok: false, reason: 'invalid_email' };
    throw new Error(`The account could not be made: ${made.reason}`);
  });
}

async function promote(
  tx: Tx,
  customerId: string,
  wish: Omit<Parameters<typeof grantAdmin>[0], 'email'>,
): Promise<boolean> {
  const { actor, at } = wish;
  const isClosed = await closeUnprovenAccount(tx, { customerId, actor }, at);
  const passwordHash = wish.passwordHash ?? (isClosed ? wish.passwordHashOfNewAccount : undefined);
  const before = await tx.customer.findUniqueOrThrow({
    where: { id: customerId },
    select: { role: true, email: true, emailVerifiedAt: true },
  });
  const hash = passwordHash === undefined ? {} : { passwordHash };
  // The operator knows whose address it is, as with an account that is made for it.
  const emailVerifiedAt = before.emailVerifiedAt ?? at;
  await tx.customer.update({
    where: { id: customerId },
    data: { role: 'admin', disabledAt: null, emailVerifiedAt, ...hash },
  });
  if (passwordHash !== undefined) await endSessionsOf(tx, { customerId }, at);
  if (wish.resetsFactors) {
    await resetFactors(tx, { customer: { id: customerId, email: before.email }, actor }, at);
  }
  await recordAudit(tx, {
    actor,
    action: 'customer.grant_admin',
    objectKind: 'customer',
    objectId: customerId,
    before: { role: before.role },
    after: { role: 'admin', passwordReplaced: passwordHash !== undefined },
    at,
  });
  return passwordHash !== undefined;
}
