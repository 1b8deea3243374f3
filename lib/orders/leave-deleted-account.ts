import type { Tx } from '../db/client';
import { isReachable } from '../jobs/deleted-address';
import type { LockedCheckout } from './lock-checkout';

/**
 * Holds an account as it stands for an order that is about to be put into it, until the caller's transaction ends: whoever
 * deletes it waits for the order, and an order that comes later finds it deleted.
 */
export async function holdAccount(tx: Tx, customerId: string): Promise<'open' | 'deleted'> {
  const open = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM customer WHERE id = ${customerId}::uuid AND deleted_at IS NULL FOR KEY SHARE`;
  return open.length > 0 ? 'open' : 'deleted';
}

/**
 * A checkout that was begun in an account which was deleted before its money came is a guest's: who paid gets what they paid
 * for, in the account of the address they paid with, which is a new one (ADR 0119).
 */
export async function leaveDeletedAccount(tx: Tx, checkout: LockedCheckout): Promise<LockedCheckout> {
  const { id, customerId, email } = checkout;
  if (customerId === null || (await holdAccount(tx, customerId)) === 'open' || !isReachable(email)) return checkout;
  await tx.checkout.update({ where: { id }, data: { customerId: null } });
  return { ...checkout, customerId: null };
}

/** The items for an order in this account: a right of another account, deleted meanwhile, is not renewed but sold anew. */
export async function withOwnRenewals(
  tx: Tx,
  items: LockedCheckout['items'],
  customerId: string,
): Promise<LockedCheckout['items']> {
  const ids = items.flatMap(({ renewsResourceId }) => renewsResourceId ?? []);
  if (ids.length === 0) return items;
  const own = await tx.apiResource.findMany({ where: { id: { in: ids }, customerId }, select: { id: true } });
  const isOwn = new Set(own.map(({ id }) => id));
  return items.map((item) =>
    item.renewsResourceId && !isOwn.has(item.renewsResourceId) ? { ...item, renewsResourceId: null } : item,
  );
}
