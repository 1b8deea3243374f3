import { now } from '../clock';
import { db } from '../db/client';
import { type CatalogProduct, productFields, toCatalogProduct } from './catalog-product';
import { isSlug } from './slug';

/** The published product at this slug, or undefined. */
export async function readProduct(slug: string, at: Date = now()): Promise<CatalogProduct | undefined> {
  if (!isSlug(slug)) return undefined;
  const row = await db().product.findFirst({ where: { slug, publishedAt: { lte: at } }, select: productFields });
  return row ? toCatalogProduct(row, at) : undefined;
}

/** The product as the storefront would show it now, also before it is published; for admins alone. */
export async function readProductPreview(productId: string, at: Date = now()): Promise<CatalogProduct | undefined> {
  const row = await db().product.findUnique({ where: { id: productId }, select: productFields });
  return row ? toCatalogProduct(row, at) : undefined;
}
