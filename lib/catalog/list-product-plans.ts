import { db } from '../db/client';

/** A plan as the admin edits it. */
export type EditedPlan = Awaited<ReturnType<typeof listProductPlans>>[number];

/** All plans of a product in the store's order, those on sale first; `licences` are the API Resources ever made of each. */
export async function listProductPlans(productId: string) {
  const plans = await db().plan.findMany({
    where: { productId },
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }, { number: 'asc' }],
    include: { _count: { select: { resources: true } } },
  });
  return plans.map(({ _count, ...plan }) => ({ ...plan, licences: _count.resources }));
}
