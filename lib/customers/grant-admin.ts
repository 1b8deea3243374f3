import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction, type Tx } from '../db/client';
import { createCustomer, findCustomerByEmail } from './create-customer';
import { endSessionsOf } from './session';
import { setPassword } from './set-password';

export type GrantAdminResult =
  | { ok: true; customerId: string; isNewAccount: boolean }
  | { ok: false; reason: 'invalid_email' };

export type GrantAdmin = {
  email: string;
  /** Replaces the password of an account that is there already; left out, that password stays. */
  passwordHash?: string;
  /** The password of an account that has to be made. */
  passwordHashOfNewAccount: string;
  actor: Actor;
  at: Date;
};

/**
 * Makes the person of an address an admin, opening or making their account: the operator's way in. Whoever had an open
 * session of that account loses it.
 */
export async function grantAdmin(wish: GrantAdmin): Promise<GrantAdminResult> {
  return inTransaction(async (tx) => {
    const { email, actor, at } = wish;
    const made = await createCustomer(tx, {
      email,
      actor,
      at,
      role: 'admin',
      isEmailVerified: true,
      passwordHash: wish.passwordHashOfNewAccount,
    });
    if (made.ok) return { ok: true, customerId: made.customer.id, isNewAccount: true };
    const known = await findCustomerByEmail(tx, email);
    if (!known) return { ok: false, reason: 'invalid_email' };
    await raise(tx, known.id, wish);
    return { ok: true, customerId: known.id, isNewAccount: false };
  });
}

async function raise(tx: Tx, customerId: string, wish: GrantAdmin): Promise<void> {
  const { actor, at, passwordHash } = wish;
  const before = await tx.customer.findUniqueOrThrow({ where: { id: customerId } });
  await tx.customer.update({ where: { id: customerId }, data: { role: 'admin', disabledAt: null } });
  await endSessionsOf(tx, { customerId }, at);
  await recordAudit(tx, {
    actor,
    action: 'customer.change_role',
    objectKind: 'customer',
    objectId: customerId,
    before: { role: before.role, disabled: before.disabledAt !== null },
    after: { role: 'admin', disabled: false },
    at,
  });
  if (passwordHash !== undefined) {
    await setPassword(tx, { customer: before, passwordHash, actor, action: 'password.reset' }, at);
  }
}
