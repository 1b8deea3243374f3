import { now } from '../clock';
import { db, type Prisma } from '../db/client';
import { type CatalogProduct, productFields, toCatalogProduct } from './catalog-product';

export type ProductSearch = {
  /** Words that must all occur in title, tagline, category, platform or description. */
  query?: string | undefined;
  category?: string | undefined;
  platform?: string | undefined;
  at?: Date;
};

export type ProductList = {
  products: CatalogProduct[];
  /** What can be filtered by, over all published products. */
  categories: string[];
  platforms: string[];
};

const MAX_WORDS = 8;

/** The published products that match, in the order they were put on sale. */
export async function listProducts({
  query = '',
  category,
  platform,
  at = now(),
}: ProductSearch = {}): Promise<ProductList> {
  const published = { publishedAt: { lte: at } } satisfies Prisma.ProductWhereInput;
  const [rows, facets] = await Promise.all([
    db().product.findMany({
      where: {
        ...published,
        ...(category ? { category } : {}),
        ...(platform ? { platform } : {}),
        AND: wordsOf(query).map(holdsWord),
      },
      orderBy: [{ publishedAt: 'asc' }, { number: 'asc' }],
      select: productFields,
    }),
    db().product.findMany({ where: published, select: { category: true, platform: true } }),
  ]);
  return {
    products: rows.map((row) => toCatalogProduct(row, at)),
    categories: distinct(facets.map((facet) => facet.category)),
    platforms: distinct(facets.map((facet) => facet.platform)),
  };
}

function wordsOf(query: string): string[] {
  // PostgreSQL text cannot hold NUL, so a word with one would be a fault instead of "no match".
  return query.replaceAll('\0', ' ').trim().slice(0, 200).split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS);
}

function holdsWord(word: string): Prisma.ProductWhereInput {
  // LIKE's own wildcards are ordinary letters to a person who searches for "100%".
  const contains = word.replace(/[\\%_]/g, '\\$&');
  const fields = ['title', 'tagline', 'category', 'platform', 'descriptionMd'] as const;
  return { OR: fields.map((field) => ({ [field]: { contains, mode: 'insensitive' } })) };
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].filter(Boolean).sort((a, b) => a.localeCompare(b));
}
