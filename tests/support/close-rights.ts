import type { Actor } from '@/lib/audit/record-audit';
import type { Tx } from '@/lib/db/client';
import { changeGrants } from '@/lib/licensing/grants/change-grants';
import { type Grant, newEditCause, orderItemCause } from '@/lib/licensing/grants/grant-fact';

type Closing = { orderItemIds: string[]; at: Date; actor: Actor };

/** Takes the whole payment of these order items back, as a full refund does: from COMMIT on their keys answer as revoked. */
export function revokeResources(tx: Tx, { orderItemIds, at, actor }: Closing): Promise<void> {
  return eachRight(tx, { orderItemIds, at, actor }, (orderItemId) => ({
    cause: newEditCause(),
    happenedAt: at,
    fact: { kind: 'refund', of: orderItemCause(orderItemId), refundId: newEditCause(), units: 0, isAll: true },
  }));
}

/** Closes the rights of these order items for a while, as an admin does. */
export function suspendResources(tx: Tx, { orderItemIds, at, actor }: Closing): Promise<void> {
  return eachRight(tx, { orderItemIds, at, actor }, () => ({
    cause: newEditCause(),
    happenedAt: at,
    fact: { kind: 'suspension', isSuspended: true },
  }));
}

async function eachRight(tx: Tx, { orderItemIds, at, actor }: Closing, grantFor: (item: string) => Grant) {
  const rights = await tx.apiResource.findMany({
    where: { orderItemId: { in: orderItemIds } },
    orderBy: { id: 'asc' },
    select: { id: true, orderItemId: true },
  });
  for (const { id, orderItemId } of rights) {
    await changeGrants(tx, { apiResourceId: id, facts: () => [grantFor(orderItemId ?? '')], at, actor });
  }
}
