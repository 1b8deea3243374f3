import type { Tx } from '../db/client';
import type { PlacedOrder } from './place-order';

type Item = PlacedOrder['items'][number];

/** An order item with the right that it bought or renewed; none while its order waits for the money. */
export type ItemWithRight = Item & { apiResourceId: string | undefined };

/** The items of an order in the order of their rights' ids, which is the order in which rights are locked. */
export async function withRights(tx: Tx, items: readonly Item[]): Promise<ItemWithRight[]> {
  const rights = await tx.apiResource.findMany({
    where: { orderItemId: { in: items.map(({ id }) => id) } },
    select: { id: true, orderItemId: true },
  });
  const ownOf = new Map(rights.map(({ id, orderItemId }) => [orderItemId, id]));
  return items
    .map((item) => ({ ...item, apiResourceId: item.renewsResourceId ?? ownOf.get(item.id) }))
    .sort((a, b) => ((a.apiResourceId ?? '') < (b.apiResourceId ?? '') ? -1 : 1));
}
