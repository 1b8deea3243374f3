import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { lockCustomerLicenses } from '../db/lock-customer-licenses';
import { isUuid } from '../db/uuid';
import { enqueueMail } from '../jobs/enqueue-mail';
import { endSessionsOf } from './session';

export type ChangeStandingResult =
  | { ok: true }
  | { ok: false; reason: 'customer_not_found' | 'customer_deleted' | 'own_account' | 'last_admin' };

export type ChangeRoleResult =
  | ChangeStandingResult
  /** Only an account that is open and whose address is proven becomes an admin's: anybody may have opened the others. */
  | { ok: false; reason: 'customer_disabled' | 'address_not_proven' };

type Change = { customerId: string; actor: Actor; at?: Date };

/**
 * Gives or takes the role of admin, and tells the person by mail. Every session of theirs ends, so nobody goes on with rights
 * they lost. Nobody takes the role from themselves, and the store keeps one admin.
 */
export async function changeRole(change: Change & { role: 'customer' | 'admin' }): Promise<ChangeRoleResult> {
  const { role } = change;
  return changeStanding<'customer_disabled' | 'address_not_proven'>(change, { role }, 'customer.change_role', {
    refuse: ({ disabledAt, emailVerifiedAt }) => {
      if (role !== 'admin') return undefined;
      if (disabledAt) return 'customer_disabled';
      return emailVerifiedAt ? undefined : 'address_not_proven';
    },
    tell: (tx, { id, email }, at) => mailRoleChange(tx, { customer: { id, email }, role, actor: change.actor }, at),
  });
}

function mailRoleChange(
  tx: Tx,
  told: { customer: { id: string; email: string }; role: 'customer' | 'admin'; actor: Actor },
  at: Date,
): Promise<unknown> {
  const { customer, role, actor } = told;
  const facts = { role, at: at.toISOString(), ...(actor.address ? { address: actor.address } : {}) };
  const key = `mail|role_changed|${customer.id}|${role}|${at.toISOString()}`;
  return enqueueMail(tx, { template: 'role_changed', to: customer.email, facts }, key);
}

/**
 * Closes the account for its owner: sessions end, sign-in and mailed links stop working, and from COMMIT its keys answer that
 * access is disabled. Nobody closes their own account, and the store keeps one admin whose account is open.
 */
export async function disableCustomer(change: Change): Promise<ChangeStandingResult> {
  return changeStanding(change, { disabledAt: change.at ?? now() }, 'customer.disable');
}

/** Opens a disabled account again. */
export async function enableCustomer(change: Change): Promise<ChangeStandingResult> {
  return changeStanding(change, { disabledAt: null }, 'customer.enable');
}

type Standing = { role: 'customer' | 'admin' } | { disabledAt: Date | null };

type Person = { id: string; email: string; role: string; disabledAt: Date | null; emailVerifiedAt: Date | null };

/** What one of the changes asks for, and does, beside what all have in common. */
type Rules<Reason> = {
  refuse: (before: Person) => Reason | undefined;
  tell: (tx: Tx, person: Person, at: Date) => Promise<unknown>;
};

async function changeStanding<Reason = never>(
  change: Change,
  next: Standing,
  action: 'customer.change_role' | 'customer.disable' | 'customer.enable',
  rules?: Rules<Reason>,
): Promise<ChangeStandingResult | { ok: false; reason: Reason }> {
  const { customerId, actor, at = now() } = change;
  if (!isUuid(customerId)) return { ok: false, reason: 'customer_not_found' };
  return inTransaction(async (tx) => {
    const admins = await lockAdmins(tx);
    await lockCustomerLicenses(tx, customerId);
    const before = await findPerson(tx, customerId);
    if ('reason' in before) return { ok: false, reason: before.reason };
    if (isAsWanted(before, next)) return { ok: true };
    const isLoss = 'role' in next ? next.role !== 'admin' : next.disabledAt !== null;
    if (isLoss && actor.id === customerId) return { ok: false, reason: 'own_account' };
    if (isLoss && admins.length === 1 && admins[0] === customerId) return { ok: false, reason: 'last_admin' };
    const refused = rules?.refuse(before);
    if (refused !== undefined) return { ok: false, reason: refused };
    const after = await tx.customer.update({ where: { id: customerId }, data: next });
    await endSessionsOf(tx, { customerId }, at);
    await recordAudit(tx, {
      actor,
      action,
      objectKind: 'customer',
      objectId: customerId,
      before: { role: before.role, disabled: before.disabledAt !== null },
      after: { role: after.role, disabled: after.disabledAt !== null },
      at,
    });
    await rules?.tell(tx, after, at);
    return { ok: true };
  });
}

async function findPerson(tx: Tx, id: string) {
  const found = await tx.customer.findUnique({ where: { id } });
  if (!found) return { reason: 'customer_not_found' as const };
  return found.deletedAt ? { reason: 'customer_deleted' as const } : found;
}

function isAsWanted(present: { role: string; disabledAt: Date | null }, next: Standing): boolean {
  if ('role' in next) return present.role === next.role;
  return (present.disabledAt === null) === (next.disabledAt === null);
}

/** The open accounts of admins. Of two that close each other at once, the second waits here and finds itself the last. */
async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM customer WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}
