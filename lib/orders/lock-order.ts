import type { Tx } from '../db/client';
import { type PlacedOrder, withItems } from './place-order';

/**
 * Holds an order until the transaction ends: its checkout first, as every payment event does, then the order itself, which
 * alone has to do for an order without a checkout. Answers it as it stands under the lock.
 */
export async function lockOrder(tx: Tx, orderId: string): Promise<PlacedOrder> {
  await tx.$queryRaw`
    SELECT 1 FROM checkout WHERE id = (SELECT checkout_id FROM "order" WHERE id = ${orderId}::uuid) FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM "order" WHERE id = ${orderId}::uuid FOR UPDATE`;
  return tx.order.findUniqueOrThrow({ where: { id: orderId }, include: withItems });
}
