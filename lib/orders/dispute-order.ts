import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { unreachable } from '../errors';
import { revokeResources } from '../licensing/revoke-resources';
import { resumeResources, suspendResources } from '../licensing/suspend-resources';
import type { DisputeStanding } from '../payments/checkout-payment';
import { recordOrderAudit } from './fulfill-order';
import type { PlacedOrder } from './place-order';

type Change = { order: PlacedOrder; dispute: DisputeStanding; at: Date; actor: Actor };
type Outcome = 'suspended' | 'resumed' | 'revoked' | 'nothing_to_do';

/** While the buyer's bank disputes a payment, what it bought is suspended; won, it works again; lost, it is revoked. */
export async function disputeOrder(tx: Tx, { order, dispute, at, actor }: Change): Promise<Outcome> {
  const orderItemIds = order.items.map((item) => item.id);
  const known = await disputeNews(tx, order.id);
  const news = `${dispute.disputeId}:${dispute.status}`;
  // An old delivery must not reopen what has been decided.
  if (known.has(news) || known.has(`${dispute.disputeId}:won`) || known.has(`${dispute.disputeId}:lost`)) {
    return 'nothing_to_do';
  }
  await recordOrderAudit(tx, { at, actor }, 'order.dispute', order, { status: order.status, dispute: news });
  switch (dispute.status) {
    case 'open':
      await suspendResources(tx, { orderItemIds, at, actor });
      return 'suspended';
    case 'won':
      await resumeResources(tx, { orderItemIds, at, actor });
      return 'resumed';
    case 'lost':
      await revokeResources(tx, { orderItemIds, at, actor });
      return 'revoked';
    default:
      return unreachable(dispute.status);
  }
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
