import type { Prisma, Tx } from '../db/client';
import { isUuid } from '../db/uuid';

const withPlans = { plans: { orderBy: [{ position: 'asc' }, { number: 'asc' }] } } satisfies Prisma.ProductInclude;

export type LockedProduct = Prisma.ProductGetPayload<{ include: typeof withPlans }>;

/**
 * The product with all its plans, held until the transaction ends: whoever else changes the product or a plan of it waits
 * here. Sales and client calls do not. Undefined when there is none with that id.
 */
export async function lockProduct(tx: Tx, productId: string): Promise<LockedProduct | undefined> {
  if (!isUuid(productId)) return undefined;
  await tx.$queryRaw`SELECT id FROM product WHERE id = ${productId}::uuid FOR NO KEY UPDATE`;
  return (await tx.product.findUnique({ where: { id: productId }, include: withPlans })) ?? undefined;
}
