import { now } from '../clock';
import { db } from '../db/client';

/** A product as the admin's list shows it. */
export type AdminProduct = {
  id: string;
  number: number;
  title: string;
  isPublished: boolean;
  plans: { number: number; name: string }[];
  /** The newest stable version that customers are offered; undefined while there is none. */
  newestVersion: string | undefined;
  drafts: number;
  /** API Resources ever made for it, each with its product order key. */
  keysSold: number;
};

/** Every product of the store by its title, on sale or not. */
export async function listAdminProducts(at: Date = now()): Promise<AdminProduct[]> {
  const [products, newest, drafts, sold] = await Promise.all([
    db().product.findMany({
      orderBy: [{ title: 'asc' }, { number: 'asc' }],
      select: {
        id: true,
        number: true,
        title: true,
        publishedAt: true,
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
  return products.map(({ publishedAt, ...product }) => ({
    ...product,
    isPublished: publishedAt !== null && publishedAt <= at,
    newestVersion: versions.get(product.id),
    drafts: draftsOf.get(product.id) ?? 0,
    keysSold: sold.get(product.id) ?? 0,
  }));
}

// Grouped by plan, because that is what there is an index for.
async function soldByProduct(): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ product_id: string; sold: bigint }[]>`
    SELECT p.product_id, sum(r.sold)::bigint AS sold
    FROM (SELECT plan_id, count(*) AS sold FROM api_resource GROUP BY plan_id) r JOIN plan p ON p.id = r.plan_id
    GROUP BY p.product_id`;
  return new Map(rows.map(({ product_id, sold }) => [product_id, Number(sold)]));
}
