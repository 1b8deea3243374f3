import { db } from '../db/client';

/** Whether whoever had a version of this product while updates lasted keeps it afterwards (ADR 0068). */
export async function keepsReleases(productId: string): Promise<boolean> {
  const product = await db().product.findUnique({ where: { id: productId }, select: { keepsReleases: true } });
  return product?.keepsReleases ?? false;
}
