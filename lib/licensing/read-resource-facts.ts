import { db } from '../db/client';

/** What is known of an API Resource beyond what a client call needs. */
export type ResourceFacts = {
  quantity: number;
  refundedQuantity: number;
  grantedAt: Date;
  customerNumber: number;
};

/** The facts of some API Resources by their ids. For answers that a store has switched to the long form; not for the hot path. */
export async function readResourceFacts(ids: readonly string[]): Promise<Map<string, ResourceFacts>> {
  const rows = await db().apiResource.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      createdAt: true,
      customer: { select: { number: true } },
      orderItem: { select: { quantity: true, refundedQuantity: true } },
      subscriptionItem: { select: { quantity: true } },
    },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        quantity: row.orderItem?.quantity ?? row.subscriptionItem?.quantity ?? 1,
        refundedQuantity: row.orderItem?.refundedQuantity ?? 0,
        grantedAt: row.createdAt,
        customerNumber: row.customer.number,
      },
    ]),
  );
}
