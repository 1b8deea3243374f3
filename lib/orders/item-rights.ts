import type { Tx } from '../db/client';
import { invoiceCause, orderItemCause } from '../licensing/grants/grant-fact';
import type { PlacedOrder } from './place-order';

type Item = PlacedOrder['items'][number];

/** An order item with the right that it bought or renewed; none while its order waits for the money. */
export type ItemWithRight = Item & {
  apiResourceId: string | undefined;
  /** What its payment is called in the record of the right. */
  paidBy: string;
  /** It paid for a period of a subscription, which is given back as a whole or not at all. */
  isPeriod: boolean;
};

/** The items of an order in the order of their rights' ids, which is the order in which rights are locked. */
export async function withRights(
  tx: Tx,
  { items, stripeInvoiceId }: Pick<PlacedOrder, 'items' | 'stripeInvoiceId'>,
): Promise<ItemWithRight[]> {
  const where = { orderItemId: { in: items.map(({ id }) => id) } };
  const rights = await tx.apiResource.findMany({ where, select: { id: true, orderItemId: true } });
  const ownOf = new Map(rights.map(({ id, orderItemId }) => [orderItemId, id]));
  const recurring = stripeInvoiceId ? await tx.subscriptionItem.findMany({ where, select: { orderItemId: true } }) : [];
  const recurs = new Set(recurring.map(({ orderItemId }) => orderItemId));
  return items
    .map((item) => {
      const isPeriod = stripeInvoiceId !== null && (item.renewsResourceId !== null || recurs.has(item.id));
      const paidBy = isPeriod ? invoiceCause(stripeInvoiceId) : orderItemCause(item.id);
      return { ...item, apiResourceId: item.renewsResourceId ?? ownOf.get(item.id), paidBy, isPeriod };
    })
    .sort((a, b) => ((a.apiResourceId ?? '') < (b.apiResourceId ?? '') ? -1 : 1));
}
