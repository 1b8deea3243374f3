import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { lockCustomerLicenses } from '../db/lock-customer-licenses';
import { endSessionsOf } from './session';

export type ChangeStandingResult = { ok: true } | { ok: false; reason: 'customer_not_found' };

type Change = { customerId: string; actor: Actor; at?: Date };

/** Gives or takes the role of admin. Every session of the person ends, so nobody goes on with rights they lost. */
export async function changeRole(change: Change & { role: 'customer' | 'admin' }): Promise<ChangeStandingResult> {
  return changeStanding(change, { role: change.role }, 'customer.change_role');
}

/** Closes the account for its owner: sessions end, sign-in and mailed links stop working. */
export async function disableCustomer(change: Change): Promise<ChangeStandingResult> {
  return changeStanding(change, { disabledAt: change.at ?? now() }, 'customer.disable');
}

/** Opens a disabled account again. */
export async function enableCustomer(change: Change): Promise<ChangeStandingResult> {
  return changeStanding(change, { disabledAt: null }, 'customer.enable');
}

async function changeStanding(
  change: Change,
  next: { role: 'customer' | 'admin' } | { disabledAt: Date | null },
  action: 'customer.change_role' | 'customer.disable' | 'customer.enable',
): Promise<ChangeStandingResult> {
  const { customerId, actor, at = now() } = change;
  return inTransaction(async (tx) => {
    await lockCustomerLicenses(tx, customerId);
    const before = await tx.customer.findUnique({ where: { id: customerId } });
    if (!before) return { ok: false, reason: 'customer_not_found' };
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
