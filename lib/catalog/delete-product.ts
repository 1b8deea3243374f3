import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { auditProduct } from './audit-product';
import { lockProduct } from './lock-product';

/** What hangs on a product. Any of it keeps the product for good. */
export type ProductUse = { licences: number; stockedKeys: number; orders: number; releases: number };

export type DeleteProductResult = { ok: true } | { ok: false; reason: 'product_not_found' | 'in_use' };

/** What hangs on a product, counted now. */
export function readProductUse(productId: string): Promise<ProductUse> {
  return countUse(db(), productId);
}

/** Whether a product can be deleted: nothing was ever sold, made or kept under it. */
export function isUnused(use: ProductUse): boolean {
  return use.licences + use.stockedKeys + use.orders + use.releases === 0;
}

/**
 * Deletes a product that was never used, with its plans; its numbers become free for an import. Everything else is archived
 * (`set-product-standing`): client software out there goes on asking for its number.
 */
export async function deleteProduct(wish: {
  productId: string;
  actor: Actor;
  at?: Date;
}): Promise<DeleteProductResult> {
  const { productId, actor, at = now() } = wish;
  if (!isUuid(productId)) return { ok: false, reason: 'product_not_found' };
  return inTransaction(async (tx) => {
    // Stronger than lockProduct: an order, release or key under way holds the row until it is there to be counted.
    await tx.$queryRaw`SELECT id FROM product WHERE id = ${productId}::uuid FOR UPDATE`;
    const product = await lockProduct(tx, productId);
    if (!product) return { ok: false, reason: 'product_not_found' };
    if (!isUnused(await countUse(tx, productId))) return { ok: false, reason: 'in_use' };
    await tx.plan.deleteMany({ where: { productId } });
    await tx.product.delete({ where: { id: productId } });
    await tx.catalogNumber.deleteMany({ where: { productId } });
    const { number, slug, title } = product;
    const gone = { number: null, slug: null, title: null };
    await auditProduct(tx, {
      ...{ actor, action: 'product.delete' as const, objectId: productId, at },
      before: { number, slug, title },
      after: gone,
    });
    return { ok: true };
  });
}

async function countUse(tx: Pick<Tx, '$queryRaw'>, productId: string): Promise<ProductUse> {
  const [row] = await tx.$queryRaw<ProductUse[]>`
    SELECT
      (SELECT count(*)::int FROM api_resource WHERE product_id = ${productId}::uuid) AS "licences",
      (SELECT count(*)::int FROM license_key
        WHERE kind = 'associated' AND product_id = ${productId}::uuid AND customer_id IS NULL AND stock_position IS NOT NULL) AS "stockedKeys",
      (SELECT count(*)::int FROM order_item WHERE product_id = ${productId}::uuid) AS "orders",
      (SELECT count(*)::int FROM release WHERE product_id = ${productId}::uuid) AS "releases"`;
  if (!row) throw new Error('A row of counts is always there');
  return row;
}
