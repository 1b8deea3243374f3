import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { auditProduct } from './audit-product';
import { lockProduct } from './lock-product';
import { offerFingerprint, offerProblems, type PlanOffer, type PlanOfferProblem } from './plan-offer';

export type EditPlanResult =
  | { ok: true; isChanged: boolean }
  | { ok: false; reason: 'plan_not_found' | 'changed_meanwhile' }
  | { ok: false; reason: 'offer_refused'; problems: PlanOfferProblem[] };

/**
 * Changes what a plan is sold as, for what is bought from now on: orders and subscriptions keep the price they were made
 * with. `fingerprint` is `offerFingerprint` of what the form showed. The same offer again changes nothing.
 */
export async function editPlan(wish: {
  productId: string;
  planId: string;
  offer: PlanOffer;
  fingerprint: string;
  actor: Actor;
  at?: Date;
}): Promise<EditPlanResult> {
  const { productId, planId, fingerprint, actor, at = now() } = wish;
  const { name, unitAmount, currency, position } = wish.offer;
  const problems = offerProblems(wish.offer);
  if (problems.length > 0) return { ok: false, reason: 'offer_refused', problems };
  return inTransaction(async (tx) => {
    const product = await lockProduct(tx, productId);
    const plan = product?.plans.find(({ id }) => id === planId);
    if (!plan) return { ok: false, reason: 'plan_not_found' };
    const trialDays = plan.billingInterval === null ? null : wish.offer.trialDays || null;
    const offer = { name, unitAmount, currency, position, trialDays };
    if (offerFingerprint(plan) === offerFingerprint(offer)) return { ok: true, isChanged: false };
    if (fingerprint !== offerFingerprint(plan)) return { ok: false, reason: 'changed_meanwhile' };
    await tx.plan.update({ where: { id: planId }, data: offer });
    const { name: was, unitAmount: cost, currency: money, position: place, trialDays: trial } = plan;
    const before = { name: was, unitAmount: cost, currency: money, position: place, trialDays: trial };
    await auditProduct(tx, { actor, action: 'plan.edit', objectId: planId, before, after: offer, at });
    return { ok: true, isChanged: true };
  });
}

export type SetPlanOnSaleResult =
  | { ok: true; isChanged: boolean }
  /** last_plan: a product in the storefront needs one; take the product out first. */
  | { ok: false; reason: 'plan_not_found' | 'last_plan' };

/**
 * Archives a plan, or puts it on sale again. Archived, nobody can buy it any more; what was bought of it goes on, and its
 * number stays its own for good.
 */
export async function setPlanOnSale(wish: {
  productId: string;
  planId: string;
  isOnSale: boolean;
  actor: Actor;
  at?: Date;
}): Promise<SetPlanOnSaleResult> {
  const { productId, planId, isOnSale, actor, at = now() } = wish;
  if (!isUuid(planId)) return { ok: false, reason: 'plan_not_found' };
  return inTransaction(async (tx) => {
    const product = await lockProduct(tx, productId);
    const plan = product?.plans.find(({ id }) => id === planId);
    if (!product || !plan) return { ok: false, reason: 'plan_not_found' };
    if (isOnSale === (plan.archivedAt === null)) return { ok: true, isChanged: false };
    const others = product.plans.filter(({ id, archivedAt }) => id !== planId && archivedAt === null);
    if (!isOnSale && product.publishedAt !== null && others.length === 0) return { ok: false, reason: 'last_plan' };
    const archivedAt = isOnSale ? null : at;
    await tx.plan.update({ where: { id: planId }, data: { archivedAt } });
    const [before, after] = [plan.archivedAt, archivedAt].map((moment) => ({
      archivedAt: moment?.toISOString() ?? null,
    }));
    if (!before || !after) throw new Error('Two values make two');
    await auditProduct(tx, {
      actor,
      action: isOnSale ? 'plan.restore' : 'plan.archive',
      objectId: planId,
      before,
      after,
      at,
    });
    return { ok: true, isChanged: true };
  });
}
