import { now } from '../clock';
import { db } from '../db/client';
import { type CatalogProduct, productFields, toCatalogProduct } from './catalog-product';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The published product at this slug, or undefined. */
export async function readProduct(slug: string, at: Date = now()): Promise<CatalogProduct | undefined> {
  if (!SLUG.test(slug)) return undefined;
  const row = await db().product.findFirst({ where: { slug, publishedAt: { lte: at } }, select: productFields });
  return row ? toCatalogProduct(row, at) : undefined;
}
