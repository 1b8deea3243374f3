import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { changeGrants } from '../licensing/grants/change-grants';
import type { DisputeStanding } from '../payments/checkout-payment';
import { recordOrderAudit } from './fulfill-order';
import { withRights } from './item-rights';
import type { PlacedOrder } from './place-order';

type Change = { order: PlacedOrder; dispute: DisputeStanding; suspends: boolean; at: Date; actor: Actor };
type Outcome = 'dispute_open' | 'dispute_won' | 'dispute_lost' | 'nothing_to_do';

/**
 * While the buyer's bank disputes a payment, what it bought or renewed is suspended (where the store `suspends`); won, it
 * works again; lost, that payment's part is gone. What has been decided stays decided, whatever old news arrives.
 */
export async function disputeOrder(tx: Tx, { order, dispute, suspends, at, actor }: Change): Promise<Outcome> {
  const known = await disputeNews(tx, order.id);
  const { disputeId, status } = dispute;
  if (known.has(`${disputeId}:${status}`) || known.has(`${disputeId}:won`) || known.has(`${disputeId}:lost`)) {
    return 'nothing_to_do';
  }
  await recordOrderAudit(tx, { at, actor }, 'order.dispute', order, {
    status: order.status,
    dispute: `${disputeId}:${status}`,
  });
  for (const { paidBy: of, apiResourceId } of await withRights(tx, order)) {
    if (apiResourceId === undefined) continue;
    const cause = `dispute:${disputeId}:${of}:${status}`;
    const fact = { kind: 'dispute' as const, of, disputeId, status, suspends };
    await changeGrants(tx, { apiResourceId, facts: () => [{ cause, happenedAt: at, fact }], at, actor });
  }
  return `dispute_${status}`;
}

/** What has been told of the order's disputes so far, as `id:status`. */
async function disputeNews(tx: Tx, orderId: string): Promise<Set<string>> {
  const rows = await tx.auditEntry.findMany({
    where: { objectKind: 'order', objectId: orderId, action: 'order.dispute' },
    select: { after: true },
  });
  return new Set(rows.flatMap(({ after }) => (isNews(after) ? [after.dispute] : [])));
}

function isNews(after: unknown): after is { dispute: string } {
  return typeof after === 'object' && after !== null && 'dispute' in after && typeof after.dispute === 'string';
}
