import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { lockCustomerLicenses } from '../db/lock-customer-licenses';
import { isUuid } from '../db/uuid';
import { endSessionsOf } from './session';

export type ChangeStandingResult =
  | { ok: true }
  | { ok: false; reason: 'customer_not_found' | 'own_account' | 'last_admin' };

type Change = { customerId: string; actor: Actor; at?: Date };

/**
 * Gives or takes the role of admin. Every session of the person ends, so nobody goes on with rights they lost. Nobody takes
 * the role from themselves, and the store keeps one admin.
 */
export async function changeRole(change: Change & { role: 'customer' | 'admin' }): Promise<ChangeStandingResult> {
  return changeStanding(change, { role: change.role }, 'customer.change_role');
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

async function changeStanding(
  change: Change,
  next: Standing,
  action: 'customer.change_role' | 'customer.disable' | 'customer.enable',
): Promise<ChangeStandingResult> {
  const { customerId, actor, at = now() } = change;
  if (!isUuid(customerId)) return { ok: false, reason: 'customer_not_found' };
  return inTransaction(async (tx) => {
    const admins = await lockAdmins(tx);
    await lockCustomerLicenses(tx, customerId);
    const before = await tx.customer.findUnique({ where: { id: customerId } });
    if (!before) return { ok: false, reason: 'customer_not_found' };
    if (isAsWanted(before, next)) return { ok: true };
    const isLoss = 'role' in next ? next.role !== 'admin' : next.disabledAt !== null;
    if (isLoss && actor.id === customerId) return { ok: false, reason: 'own_account' };
    if (isLoss && admins.length === 1 && admins[0] === customerId) return { ok: false, reason: 'last_admin' };
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
    return { ok: true };
  });
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
