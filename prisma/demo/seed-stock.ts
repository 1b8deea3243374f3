import { randomUUID } from 'node:crypto';
import type { Tx } from '../../lib/db/client';
import { insertAssociatedKeys } from '../../lib/licensing/insert-associated-keys';

const STOCKED = 'acme-cloud-pass';
const KEYS = 12;

/** A few keys of the vendor's own for one product, so that the admin page has a stock and a purchase takes from it. */
export async function seedStock(tx: Tx, at: Date): Promise<void> {
  const { id: productId } = await tx.product.findUniqueOrThrow({ where: { slug: STOCKED }, select: { id: true } });
  const rows = Array.from({ length: KEYS }, (_, i) => ({
    key: `PASS-${randomUUID().toUpperCase()}`,
    productId,
    isWeak: false,
    owner: null,
    stockPosition: i + 1,
  }));
  await insertAssociatedKeys(tx, rows, at);
}
