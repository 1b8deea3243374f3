import { randomUUID } from 'node:crypto';
import type { Tx } from '../../lib/db/client';
import { insertAssociatedKeys } from '../../lib/licensing/insert-associated-keys';

const STOCKED = 'acme-cloud-pass';
const LEFT = 12;

/** The number of the plan whose buyers get a key of the vendor's own. */
export const STOCKED_PLAN = 108;

/** Keys of the vendor's own for one product: as many as its past buyers take, and a few for those to come. */
export async function seedStock(tx: Tx, sold: number, at: Date): Promise<void> {
  const { id: productId } = await tx.product.findUniqueOrThrow({ where: { slug: STOCKED }, select: { id: true } });
  const rows = Array.from({ length: sold + LEFT }, (_, i) => ({
    key: `PASS-${randomUUID().toUpperCase()}`,
    productId,
    isWeak: false,
    owner: null,
    stockPosition: i + 1,
  }));
  await insertAssociatedKeys(tx, rows, at);
}
