import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import type { BillingInterval } from './add-plan';
import { auditProduct } from './audit-product';
import { type CreatedProduct, createProduct } from './create-product';
import { isDays, isLimit } from './licensing-terms';
import { offerProblems, type PlanOfferProblem } from './plan-offer';
import { cleanTexts, type ProductTextProblem, textProblems } from './product-text';

/** What a product begins with; everything else is said in its tabs. */
export type FirstFacts = {
  title: string;
  slug: string;
  plan: {
    name: string;
    /** Minor units of `currency`. */
    unitAmount: number;
    currency: string;
    billingInterval: BillingInterval;
    /** Null = unlimited. */
    activationLimit: number | null;
    /** Null = lifetime; left alone for a subscription. */
    termDays: number | null;
  };
};

export type BeginProductProblem =
  | ProductTextProblem
  | { field: 'plan'; problem: PlanOfferProblem | 'limit_invalid' | 'days_invalid' }
  | { field: 'slug'; problem: 'taken' };

export type BeginProductResult =
  | { ok: true; product: CreatedProduct }
  | { ok: false; reason: 'facts_refused'; problems: BeginProductProblem[] };

/** Makes a draft with its first plan, which takes its terms from the product. Nobody sees it until it is published. */
export async function beginProduct(wish: { facts: FirstFacts; actor: Actor; at?: Date }): Promise<BeginProductResult> {
  const { facts, actor, at = now() } = wish;
  const problems = problemsOf(facts);
  if (problems.length > 0) return { ok: false, reason: 'facts_refused', problems };
  const { slug, plan } = facts;
  const title = facts.title.trim();
  const hasTerm = plan.billingInterval === null;
  const inherits = { inheritsLimit: true, inheritsTerm: hasTerm, inheritsUpdates: hasTerm };
  const first = { ...plan, name: plan.name.trim(), termDays: hasTerm ? plan.termDays : null, ...inherits };
  return inTransaction(async (tx) => {
    const created = await createProduct(tx, { title, slug, publishedAt: null, plans: [first] }, at);
    if (!created.ok && created.reason === 'slug_taken') {
      return { ok: false, reason: 'facts_refused', problems: [{ field: 'slug', problem: 'taken' }] };
    }
    if (!created.ok) throw new Error(`A new product was refused: ${created.reason}`);
    const { product } = created;
    const after = { number: product.number, title, slug };
    await auditProduct(tx, { actor, action: 'product.create', objectId: product.id, after, at });
    for (const made of product.plans) {
      const planFacts = { productId: product.id, number: made.number, ...first };
      await auditProduct(tx, { actor, action: 'plan.add', objectId: made.id, after: planFacts, at });
    }
    return { ok: true, product };
  });
}

function problemsOf({ title, slug, plan }: FirstFacts): BeginProductProblem[] {
  const texts = cleanTexts('sale', { title, slug }).filter(([name]) => name === 'title' || name === 'slug');
  const offer = offerProblems({ ...plan, name: plan.name.trim(), position: 0 });
  return [
    ...textProblems(texts),
    ...offer.map((problem) => ({ field: 'plan' as const, problem })),
    ...(isLimit(plan.activationLimit) ? [] : [{ field: 'plan' as const, problem: 'limit_invalid' as const }]),
    ...(isDays(plan.termDays) ? [] : [{ field: 'plan' as const, problem: 'days_invalid' as const }]),
  ];
}
