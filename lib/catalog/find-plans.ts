import { now } from '../clock';
import { db } from '../db/client';
import { type CatalogPlan, planFields } from './catalog-product';

/** A plan on sale, with the product it belongs to. */
export type FoundPlan = CatalogPlan & { product: { id: string; number: number; slug: string; title: string } };

/**
 * The plans on sale behind some numbers. A plan's number gives that plan, a product's number all of its plans; where a
 * product shares its number with its single plan, both readings give the same. Unknown numbers give nothing.
 */
export async function findPlans(numbers: readonly number[], at: Date = now()): Promise<FoundPlan[]> {
  const wanted = numbers.filter((number) => Number.isInteger(number) && number > 0 && number <= 2_147_483_647);
  if (wanted.length === 0) return [];
  return db().plan.findMany({
    where: {
      archivedAt: null,
      product: { publishedAt: { lte: at } },
      OR: [{ number: { in: wanted } }, { product: { number: { in: wanted } } }],
    },
    orderBy: [{ product: { number: 'asc' } }, { position: 'asc' }, { number: 'asc' }],
    select: { ...planFields, product: { select: { id: true, number: true, slug: true, title: true } } },
  });
}
