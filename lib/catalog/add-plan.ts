import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { auditProduct } from './audit-product';
import { lockProduct } from './lock-product';
import { offerProblems, type PlanOffer, type PlanOfferProblem } from './plan-offer';
import { reserveNumber } from './reserve-number';

export type BillingInterval = 'month' | 'year' | null;

export type AddPlanResult =
  | { ok: true; plan: { id: string; number: number } }
  | { ok: false; reason: 'product_not_found' }
  | { ok: false; reason: 'offer_refused'; problems: PlanOfferProblem[] };

/** Adds a plan with the product's licensing terms; it is on sale as soon as its product is. */
export async function addPlan(wish: {
  productId: string;
  offer: PlanOffer;
  billingInterval: BillingInterval;
  actor: Actor;
  at?: Date;
}): Promise<AddPlanResult> {
  const { productId, offer, billingInterval, actor, at = now() } = wish;
  const problems = offerProblems(offer);
  if (problems.length > 0) return { ok: false, reason: 'offer_refused', problems };
  return inTransaction(async (tx) => {
    const product = await lockProduct(tx, productId);
    if (!product) return { ok: false, reason: 'product_not_found' };
    const number = await reserveNumber(tx, productId);
    if (number === undefined) throw new Error('The sequence of numbers gave none');
    // A subscription lives as long as it is paid for.
    const hasTerm = billingInterval === null;
    const { name, unitAmount, currency, position } = offer;
    const facts = {
      ...{ number, name, unitAmount, currency, position, billingInterval },
      trialDays: hasTerm ? null : offer.trialDays || null,
      activationLimit: product.defaultActivationLimit,
      termDays: hasTerm ? product.defaultTermDays : null,
      updateDays: hasTerm ? product.defaultUpdateDays : null,
      ...{ inheritsLimit: true, inheritsTerm: hasTerm, inheritsUpdates: hasTerm },
    };
    const plan = await tx.plan.create({
      data: { ...facts, productId, createdAt: at },
      select: { id: true, number: true },
    });
    await auditProduct(tx, { actor, action: 'plan.add', objectId: plan.id, after: { productId, ...facts }, at });
    return { ok: true, plan };
  });
}
