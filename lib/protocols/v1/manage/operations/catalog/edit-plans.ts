import { z } from 'zod';
import { addPlan } from '../../../../../catalog/add-plan';
import { editPlan, setPlanOnSale } from '../../../../../catalog/edit-plan';
import { type EditedPlan, listProductPlans } from '../../../../../catalog/list-product-plans';
import { offerFingerprint } from '../../../../../catalog/plan-offer';
import { type ManageReply, operation } from '../../operation';
import { findProduct, planPath, productPath, refuse, refuseFields } from './fields';
import { intervalSchema, planSchema, presentPlan } from './present-product';
import { offerFaults } from './say-faults';

const offerShape = {
  name: z.string(),
  unit_amount: z.int().describe('Minor units of `currency`.'),
  currency: z.string().describe('ISO 4217, lower case.'),
};
const position = z.int().describe('Smaller ones stand first.');
const trialDays = z.int().nullable().describe('Days that a first subscription costs nothing; null: no trial.');

/** A plan of a product with the product's id; undefined when the product has none of that number. */
export async function findPlan(path: {
  number: number;
  plan: number;
}): Promise<{ productId: string; plan: EditedPlan } | undefined> {
  const product = await findProduct(path.number);
  if (!product) return undefined;
  const plan = (await listProductPlans(product.id)).find(({ number }) => number === path.plan);
  return plan && { productId: product.id, plan };
}

async function tellPlan(
  path: { number: number; plan: number },
  how: { status?: 201; location?: string } = {},
): Promise<ManageReply<z.input<typeof planSchema>>> {
  const found = await findPlan(path);
  return found ? { ok: true, body: presentPlan(found.plan), ...how } : refuse('not_found');
}

export const readPlanOperation = operation({
  id: 'products.read_plan',
  area: 'products',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/products/{number}/plans/{plan}',
  summary: 'Read a plan with its terms in force.',
  refusals: ['not_found'],
  pathSchema: planPath,
  answerSchema: planSchema,
  handle: ({ path }) => tellPlan(path),
});

export const addPlanOperation = operation({
  id: 'products.add_plan',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/products/{number}/plans',
  summary: 'Add a plan with the licensing terms of its product.',
  description: 'It is on sale as soon as its product is.',
  refusals: ['not_found'],
  idempotency: 'taken',
  success: 201,
  pathSchema: productPath,
  bodySchema: z.object({
    ...offerShape,
    billing_interval: intervalSchema.default(null).describe('Null: paid once.'),
    position: position.default(0),
    trial_days: trialDays.default(null),
  }),
  answerSchema: planSchema,
  handle: async ({ path, body, caller, at }) => {
    const product = await findProduct(path.number);
    if (!product) return refuse('not_found');
    const { name, unit_amount: unitAmount, currency, position, billing_interval: billingInterval } = body;
    const offer = { name: name.trim(), unitAmount, currency, position, trialDays: body.trial_days };
    const added = await addPlan({ productId: product.id, offer, billingInterval, actor: caller.actor, at });
    if (!added.ok) {
      return added.reason === 'offer_refused' ? refuseFields(offerFaults(added.problems)) : refuse('not_found');
    }
    const { number } = added.plan;
    const location = `/api/v1/admin/products/${path.number}/plans/${number}`;
    return tellPlan({ number: path.number, plan: number }, { status: 201, location });
  },
});

export const editPlanOperation = operation({
  id: 'products.edit_plan',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'PATCH',
  path: '/admin/products/{number}/plans/{plan}',
  summary: 'Change what a plan is sold as, for what is bought from now on.',
  description: 'What is left out stays. Orders and subscriptions keep the price they were made with.',
  refusals: ['not_found', 'conflict', 'etag_mismatch'],
  pathSchema: planPath,
  bodySchema: z.object({ ...offerShape, position, trial_days: trialDays }).partial(),
  answerSchema: planSchema,
  handle: async ({ path, body, caller, at }) => {
    const found = await findPlan(path);
    if (!found) return refuse('not_found');
    const { productId, plan } = found;
    const offer = {
      name: body.name?.trim() ?? plan.name,
      unitAmount: body.unit_amount ?? plan.unitAmount,
      currency: body.currency ?? plan.currency,
      position: body.position ?? plan.position,
      trialDays: body.trial_days === undefined ? plan.trialDays : body.trial_days,
    };
    const fingerprint = offerFingerprint(plan);
    const result = await editPlan({ productId, planId: plan.id, offer, fingerprint, actor: caller.actor, at });
    if (result.ok) return tellPlan(path);
    if (result.reason === 'offer_refused') return refuseFields(offerFaults(result.problems));
    return refuse(result.reason === 'changed_meanwhile' ? 'conflict' : 'not_found');
  },
});

export const setPlanOnSaleOperation = operation({
  id: 'products.set_plan_on_sale',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'PUT',
  path: '/admin/products/{number}/plans/{plan}/on-sale',
  summary: 'Archive a plan, or put it on sale again.',
  description: 'What was bought of an archived plan goes on. A product in the storefront keeps at least one on sale.',
  refusals: ['not_found', 'last_plan'],
  pathSchema: planPath,
  bodySchema: z.object({ on_sale: z.boolean() }),
  answerSchema: planSchema,
  handle: async ({ path, body, caller, at }) => {
    const found = await findPlan(path);
    if (!found) return refuse('not_found');
    const which = { productId: found.productId, planId: found.plan.id };
    const result = await setPlanOnSale({ ...which, isOnSale: body.on_sale, actor: caller.actor, at });
    if (result.ok) return tellPlan(path);
    return refuse(result.reason === 'last_plan' ? 'last_plan' : 'not_found');
  },
});
