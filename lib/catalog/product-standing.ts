export const PRODUCT_STANDINGS = ['published', 'draft', 'archived'] as const;

/** In the storefront, not (yet) in it, or put away for good. */
export type ProductStanding = (typeof PRODUCT_STANDINGS)[number];

/** How a product stands. */
export function standingOf(product: { publishedAt: Date | null; archivedAt: Date | null }): ProductStanding {
  if (product.archivedAt !== null) return 'archived';
  return product.publishedAt === null ? 'draft' : 'published';
}
