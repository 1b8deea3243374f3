import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { endViewsOf } from './end-customer-view';

/** How long a look at a customer's pages lasts at most. */
export const VIEW_MINUTES = 30;
export const SHORTEST_REASON = 5;
export const LONGEST_REASON = 500;

export type StartCustomerViewResult =
  | { ok: true; endsAt: Date }
  | { ok: false; reason: 'customer_not_found' | 'customer_deleted' | 'reason_missing' | 'reason_too_long' };

/**
 * Lets an admin look at a customer's pages for half an hour, for a reason that stays in the audit. It gives no session: the
 * admin stays who they are, in the browser they are in. A look that was open before ends.
 */
export async function startCustomerView(wish: {
  customerNumber: number;
  admin: { id: string; sessionId: string };
  reason: string;
  actor: Actor;
  at?: Date;
}): Promise<StartCustomerViewResult> {
  const { customerNumber, admin, actor, at = now() } = wish;
  const reason = wish.reason.replace(/\p{Cc}+/gu, ' ').trim();
  const length = [...reason].length;
  if (length < SHORTEST_REASON) return { ok: false, reason: 'reason_missing' };
  if (length > LONGEST_REASON) return { ok: false, reason: 'reason_too_long' };
  const endsAt = new Date(at.getTime() + VIEW_MINUTES * 60_000);
  return inTransaction(async (tx) => {
    const select = { id: true, deletedAt: true };
    const customer = await tx.customer.findUnique({ where: { number: customerNumber }, select });
    if (!customer) return { ok: false, reason: 'customer_not_found' };
    if (customer.deletedAt) return { ok: false, reason: 'customer_deleted' };
    await endViewsOf(tx, { adminId: admin.id, actor }, at);
    const view = await tx.customerView.create({
      data: { customerId: customer.id, adminId: admin.id, sessionId: admin.sessionId, reason, startedAt: at, endsAt },
    });
    await recordAudit(tx, {
      actor,
      action: 'customer_view.start',
      objectKind: 'customer',
      objectId: customer.id,
      after: { view: view.id, reason, until: endsAt.toISOString() },
      at,
    });
    return { ok: true, endsAt };
  });
}
