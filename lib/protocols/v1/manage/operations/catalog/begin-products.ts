import { z } from 'zod';
import { type BeginProductProblem, beginProduct } from '../../../../../catalog/begin-product';
import { deleteProduct } from '../../../../../catalog/delete-product';
import { findFreeSlug } from '../../../../../catalog/find-free-slug';
import { setProductStanding } from '../../../../../catalog/set-product-standing';
import { slugOf } from '../../../../../catalog/slug';
import { unreachable } from '../../../../../errors';
import { operation } from '../../operation';
import type { FieldFault } from '../../refusal';
import { findProduct, productPath, refuse, refuseFields } from './fields';
import { intervalSchema, productSchema, standingSchema, tellProduct } from './present-product';
import { holdsKey, LIMITS, offerFaults, textFaults } from './say-faults';

const firstPlan = z.object({
  name: z.string(),
  unit_amount: z.int().describe('Minor units of `currency`.'),
  currency: z.string().describe('ISO 4217, lower case.'),
  billing_interval: intervalSchema.default(null).describe('Null: paid once.'),
  activation_limit: z.int().nullable().describe('Places for each unit bought; null: unlimited.'),
  term_days: z.int().nullable().default(null).describe('Days of use; null: for good. Left alone for a subscription.'),
});

export const createProductOperation = operation({
  id: 'products.create',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/products',
  summary: 'Begin a product as a draft with its first plan.',
  description: 'Nobody sees it until its standing is `published`. Without a `slug` one is made from the title.',
  refusals: ['looks_like_a_key'],
  idempotency: 'taken',
  success: 201,
  bodySchema: z.object({ title: z.string(), slug: z.string().optional(), plan: firstPlan }),
  answerSchema: productSchema,
  handle: async ({ body, caller, at }) => {
    const { title, plan } = body;
    const slug = body.slug ?? (await findFreeSlug(slugOf(title)));
    const { name, unit_amount: unitAmount, currency } = plan;
    const terms = { activationLimit: plan.activation_limit, termDays: plan.term_days };
    const facts = {
      title,
      slug,
      plan: { name, unitAmount, currency, billingInterval: plan.billing_interval, ...terms },
    };
    const result = await beginProduct({ facts, actor: caller.actor, at });
    if (!result.ok && holdsKey(result.problems)) return refuse('looks_like_a_key');
    if (!result.ok) return refuseFields(result.problems.flatMap(faultsOf));
    const { number } = result.product;
    return tellProduct(number, { status: 201, location: `/api/v1/admin/products/${number}` });
  },
});

function faultsOf(one: BeginProductProblem): FieldFault[] {
  switch (one.problem) {
    case 'taken':
      return [{ field: 'slug', problem: 'belongs to another product' }];
    case 'limit_invalid':
      return [{ field: 'plan.activation_limit', problem: LIMITS.activationLimit }];
    case 'days_invalid':
      return [{ field: 'plan.term_days', problem: LIMITS.termDays }];
    default:
      return one.field === 'plan' ? offerFaults([one.problem], 'plan.') : textFaults([one]);
  }
}

export const setStandingOperation = operation({
  id: 'products.set_standing',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'PUT',
  path: '/admin/products/{number}/standing',
  summary: 'Put a product into the storefront, take it out, or archive it.',
  description:
    'Out of the storefront nobody can buy it; keys, activations and downloads of those who have it go on in every standing. An archived product becomes a draft first.',
  refusals: ['not_found', 'product_without_plan', 'product_archived'],
  pathSchema: productPath,
  bodySchema: z.object({ standing: standingSchema }),
  answerSchema: productSchema,
  handle: async ({ path, body, caller, at }) => {
    const product = await findProduct(path.number);
    if (!product) return refuse('not_found');
    const result = await setProductStanding({
      productId: product.id,
      standing: body.standing,
      actor: caller.actor,
      at,
    });
    if (result.ok) return tellProduct(path.number);
    switch (result.reason) {
      case 'product_not_found':
        return refuse('not_found');
      case 'no_plan':
        return refuse('product_without_plan');
      case 'archived':
        return refuse('product_archived');
      default:
        return unreachable(result.reason);
    }
  },
});

export const deleteProductOperation = operation({
  id: 'products.delete',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'DELETE',
  path: '/admin/products/{number}',
  summary: 'Delete a product that was never used.',
  description: 'Anything sold, made or kept under it keeps it for good; such a product is archived.',
  refusals: ['not_found', 'product_in_use'],
  success: 204,
  pathSchema: productPath,
  handle: async ({ path, caller, at }) => {
    const product = await findProduct(path.number);
    if (!product) return refuse('not_found');
    const result = await deleteProduct({ productId: product.id, actor: caller.actor, at });
    if (result.ok) return { ok: true, status: 204 };
    return refuse(result.reason === 'in_use' ? 'product_in_use' : 'not_found');
  },
});
