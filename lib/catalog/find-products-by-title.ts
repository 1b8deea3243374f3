import { db } from '../db/client';

/** The numbers of the products that are sold under exactly this title, the longest published first; at most `most`. */
export async function findProductsByTitle(title: string, most: number): Promise<number[]> {
  const found = await db().product.findMany({
    where: { title },
    orderBy: [{ publishedAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    take: most,
    select: { number: true },
  });
  return found.map(({ number }) => number);
}
