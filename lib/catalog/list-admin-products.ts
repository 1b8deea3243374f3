import { now } from '../clock';
import { db, type Prisma } from '../db/client';
import { type ProductStanding, standingOf } from './product-standing';

/** A product as the admin's list shows it. */
export type AdminProduct = {
  id: string;
  number: number;
  title: string;
  standing: ProductStanding;
  plans: { number: number; name: string }[];
  /** The newest stable version that customers are offered; undefined while there is none. */
  newestVersion: string | undefined;
  drafts: number;
  /** API Resources ever made for it, each with its product order key. */
  keysSold: number;
};

export type AdminProductFilter = {
  /** Part of the title, the tagline, the author or the category, or the number of the product or of a plan. */
  text?: string;
  standing?: ProductStanding;
};

/** The products of the store by title; without a filter every one, on sale or not. */
export async function listAdminProducts(filter: AdminProductFilter = {}, at: Date = now()): Promise<AdminProduct[]> {
  const [products, newest, drafts, sold] = await Promise.all([
    db().product.findMany({
      where: { AND: [standsAs(filter.standing), matches(filter.text)] },
      orderBy: [{ title: 'asc' }, { number: 'asc' }],
      select: {
        id: true,
        number: true,
        title: true,
        publishedAt: true,
        archivedAt: true,
        plans: {
          where: { archivedAt: null },
          orderBy: [{ position: 'asc' }, { number: 'asc' }],
          select: { number: true, name: true },
        },
      },
    }),
    db().release.findMany({
      where: { channel: 'stable', yankedAt: null, publishedAt: { lte: at } },
      orderBy: [{ releasedAt: 'desc' }, { createdAt: 'desc' }],
      distinct: ['productId'],
      select: { productId: true, version: true },
    }),
    db().release.groupBy({ by: ['productId'], where: { publishedAt: null }, _count: true }),
    soldByProduct(),
  ]);
  const versions = new Map(newest.map(({ productId, version }) => [productId, version]));
  const draftsOf = new Map(drafts.map(({ productId, _count }) => [productId, _count]));
  return products.map(({ publishedAt, archivedAt, ...product }) => ({
    ...product,
    standing: standingOf({ publishedAt, archivedAt }),
    newestVersion: versions.get(product.id),
    drafts: draftsOf.get(product.id) ?? 0,
    keysSold: sold.get(product.id) ?? 0,
  }));
}

function standsAs(standing: ProductStanding | undefined): Prisma.ProductWhereInput {
  if (standing === undefined) return {};
  if (standing === 'archived') return { archivedAt: { not: null } };
  return { archivedAt: null, publishedAt: standing === 'published' ? { not: null } : null };
}

function matches(text = ''): Prisma.ProductWhereInput {
  // PostgreSQL text cannot hold NUL, and LIKE's own wildcards are ordinary letters to a person.
  const contains = text
    .replaceAll('\0', '')
    .trim()
    .replace(/[\\%_]/g, '\\$&');
  if (contains === '') return {};
  const number = /^\d{1,9}$/.test(contains) ? Number(contains) : undefined;
  const fields = ['title', 'tagline', 'author', 'category'] as const;
  return {
    OR: [
      ...fields.map((field) => ({ [field]: { contains, mode: 'insensitive' as const } })),
      ...(number === undefined ? [] : [{ number }, { plans: { some: { number } } }]),
    ],
  };
}

// Grouped by plan, because that is what there is an index for.
async function soldByProduct(): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ product_id: string; sold: bigint }[]>`
    SELECT p.product_id, sum(r.sold)::bigint AS sold
    FROM (SELECT plan_id, count(*) AS sold FROM api_resource GROUP BY plan_id) r JOIN plan p ON p.id = r.plan_id
    GROUP BY p.product_id`;
  return new Map(rows.map(({ product_id, sold }) => [product_id, Number(sold)]));
}
