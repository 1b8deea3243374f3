import type { Actor } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { handOutAssociatedKey } from './hand-out-associated-key';

// One transaction stays short; a press more does the rest.
const AT_ONCE = 500;

/**
 * Gives the purchases that found the stock empty their key now, oldest first, as far as the stock goes (at most 500 at
 * once). Two presses at the same moment give each purchase one key.
 */
export async function handOutToWaiting(which: { productId: string; actor: Actor }): Promise<{ handedOut: number }> {
  const { productId, actor } = which;
  if (!isUuid(productId)) return { handedOut: 0 };
  return inTransaction(async (tx) => {
    // Released at COMMIT. A purchase's own hand-out needs no part in it: its resource is not visible before it has its key.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('hand_out'), hashtext(${productId}))`;
    const waiting = await tx.$queryRaw<{ id: string; customer_id: string }[]>`
      SELECT r.id, r.customer_id FROM plan pl JOIN api_resource r ON r.plan_id = pl.id
      WHERE pl.product_id = ${productId}::uuid AND r.revoked_at IS NULL
        AND r.created_at >= (SELECT min(k.created_at) FROM license_key k
          WHERE k.kind = 'associated' AND k.product_id = pl.product_id AND k.stock_position IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM license_key own WHERE own.api_resource_id = r.id AND own.kind = 'associated')
      ORDER BY r.number
      LIMIT (SELECT least(count(*), ${AT_ONCE}::int) FROM license_key k
        WHERE k.kind = 'associated' AND k.product_id = ${productId}::uuid AND k.customer_id IS NULL)`;
    let handedOut = 0;
    for (const { id, customer_id } of waiting) {
      const given = await handOutAssociatedKey(tx, { apiResourceId: id, customerId: customer_id, productId, actor });
      if (given.kind !== 'handed_out') break;
      handedOut++;
    }
    return { handedOut };
  });
}
