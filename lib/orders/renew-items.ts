import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { enqueueMail } from '../jobs/enqueue-mail';
import { changeGrants } from '../licensing/grants/change-grants';
import { orderItemCause } from '../licensing/grants/grant-fact';
import type { PlacedOrder } from './place-order';

type Item = PlacedOrder['items'][number];

/** The right that an order item bought a further term of; such an item gets no right of its own. */
export function renewedResourceOf(item: Pick<Item, 'renewsResourceId'>): string | undefined {
  return item.renewsResourceId ?? undefined;
}

/**
 * Gives the rights that a paid order renews their further term, inside the caller's transaction, and promises a mail about
 * each: keys, activations and what is left of the running term stay. Once for an item, however often it is told.
 */
export async function renewItems(tx: Tx, order: PlacedOrder, { at, actor }: { at: Date; actor: Actor }): Promise<void> {
  const { email: to } = await tx.customer.findUniqueOrThrow({
    where: { id: order.customerId },
    select: { email: true },
  });
  for (const { id, quantity, termDays, updateDays, apiResourceId } of inLockOrder(order.items)) {
    const cause = orderItemCause(id);
    const fact = { kind: 'renewal' as const, units: quantity, termDays, updateDays };
    const facts = () => [{ cause, happenedAt: at, fact }];
    const result = await changeGrants(tx, { apiResourceId, facts, at, actor });
    if (!result) throw new Error(`Order item ${id} renews a right that is not there`);
    const expiresAt = result.after.expiresAt?.toISOString() ?? null;
    await enqueueMail(
      tx,
      { template: 'licence_renewed', to, facts: { apiResourceId, expiresAt } },
      `mail|licence_renewed|${id}`,
    );
  }
}

function inLockOrder(items: readonly Item[]): (Item & { apiResourceId: string })[] {
  return items
    .flatMap((item) => {
      const apiResourceId = renewedResourceOf(item);
      return apiResourceId === undefined ? [] : [{ ...item, apiResourceId }];
    })
    .sort((a, b) => (a.apiResourceId < b.apiResourceId ? -1 : 1));
}
