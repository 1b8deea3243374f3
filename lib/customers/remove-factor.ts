import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { noteFactorChange } from './note-factor-change';
import { COUNTING, lockFactors } from './second-factor';
import { endSessionsOf } from './session';

export type RemoveFactorResult = { ok: true } | { ok: false; reason: 'factor_not_found' | 'last_admin_factor' };

/**
 * Removes one second factor of this person; a stranger's is "not found". An admin keeps at least one (security.md T15), also
 * when two are removed at the same time. With the last factor the recovery codes go: they stand in for nothing any more.
 */
export async function removeFactor(which: {
  customerId: string;
  factorId: string;
  actor: Actor;
  at?: Date;
}): Promise<RemoveFactorResult> {
  const { customerId, factorId, actor, at = now() } = which;
  if (!isUuid(factorId)) return { ok: false, reason: 'factor_not_found' };
  return inTransaction(async (tx) => {
    const count = await lockFactors(tx, customerId);
    const factor = await tx.secondFactor.findFirst({
      where: { id: factorId, customerId, ...COUNTING },
      include: { customer: { select: { id: true, email: true, role: true } } },
    });
    if (!factor) return { ok: false, reason: 'factor_not_found' };
    const { customer, kind, name } = factor;
    if (count === 1 && customer.role === 'admin') return { ok: false, reason: 'last_admin_factor' };
    await tx.secondFactor.delete({ where: { id: factorId } });
    if (count === 1) await tx.recoveryCode.deleteMany({ where: { customerId } });
    await noteFactorChange(tx, { customer, actor, change: 'removed', factorId, kind, name }, at);
    return { ok: true };
  });
}

/**
 * Takes all second factors and recovery codes of a person away, in the caller's transaction, and signs every browser out:
 * the operator's answer to a lost phone. Answers how many factors there were.
 */
export async function resetFactors(
  tx: Tx,
  which: { customer: { id: string; email: string }; actor: Actor },
  at: Date,
): Promise<number> {
  const { customer, actor } = which;
  const count = await lockFactors(tx, customer.id);
  await tx.secondFactor.deleteMany({ where: { customerId: customer.id } });
  await tx.recoveryCode.deleteMany({ where: { customerId: customer.id } });
  await endSessionsOf(tx, { customerId: customer.id }, at);
  await noteFactorChange(tx, { customer, actor, change: 'reset' }, at);
  return count;
}
