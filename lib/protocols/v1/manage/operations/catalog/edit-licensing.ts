import { z } from 'zod';
import { editLicensing, licensingFingerprint, type PlanTerms } from '../../../../../catalog/edit-licensing';
import { editUpdateRules } from '../../../../../catalog/edit-update-rules';
import type { LicensingTerms } from '../../../../../catalog/licensing-terms';
import { listProductPlans } from '../../../../../catalog/list-product-plans';
import { unreachable } from '../../../../../errors';
import { operation } from '../../operation';
import { findProduct, number, productPath, refuse, refuseFields } from './fields';
import { productSchema, tellProduct } from './present-product';
import { LIMITS, licensingFaults } from './say-faults';

const places = z.int().nullable().describe('Places for each unit bought; null: unlimited.');
const termDays = z.int().nullable().describe('Days of use; null: for good.');
const updateDays = z.int().nullable().describe('Days of new versions; null: as long as the licence lives.');

const planNumber = number.describe('Of a plan of this product.');

export const editLicensingOperation = operation({
  id: 'products.edit_licensing',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'PUT',
  path: '/admin/products/{number}/licensing',
  summary: 'Set the licensing terms of a product, and which plans go their own way.',
  description:
    'For what is bought from now on. A term that a plan of the list leaves out follows the product; a plan that is not in the list stays as it is.',
  refusals: ['not_found', 'conflict'],
  pathSchema: productPath,
  bodySchema: z.object({
    legacy_title: z.string().default('').describe('What client software of 2013 to 2018 sends; empty: none.'),
    activation_limit: places,
    term_days: termDays,
    update_days: updateDays,
    plans: z
      .array(
        z.object({
          number: planNumber,
          activation_limit: places.optional(),
          term_days: termDays.optional(),
          update_days: updateDays.optional(),
        }),
      )
      .max(500)
      .default([]),
  }),
  answerSchema: productSchema,
  handle: async ({ path, body, caller, at }) => {
    const product = await findProduct(path.number);
    if (!product) return refuse('not_found');
    const plans = await listProductPlans(product.id);
    const own: PlanTerms[] = [];
    for (const { number: wanted, ...given } of body.plans) {
      const plan = plans.find((one) => one.number === wanted);
      if (!plan) return refuseFields([{ field: 'plans', problem: `names ${wanted}, which is no plan of the product` }]);
      own.push({ planId: plan.id, ...termsOf(given) });
    }
    const result = await editLicensing({
      productId: product.id,
      rules: {
        legacyTitle: body.legacy_title,
        defaults: {
          activationLimit: body.activation_limit,
          termDays: body.term_days,
          updateDays: body.update_days,
        },
        plans: own,
      },
      fingerprint: licensingFingerprint({ ...product, plans }),
      actor: caller.actor,
      at,
    });
    if (result.ok) return tellProduct(path.number);
    switch (result.reason) {
      case 'rules_refused':
        return refuseFields(
          licensingFaults(result.problems, (planId) => plans.find(({ id }) => id === planId)?.number),
        );
      case 'product_not_found':
        return refuse('not_found');
      case 'changed_meanwhile':
        return refuse('conflict');
      default:
        return unreachable(result);
    }
  },
});

type GivenTerms = {
  activation_limit?: number | null | undefined;
  term_days?: number | null | undefined;
  update_days?: number | null | undefined;
};

// Left out is not null: the one follows the product, the other is without end.
function termsOf(given: GivenTerms): Partial<LicensingTerms> {
  return {
    ...(given.activation_limit === undefined ? {} : { activationLimit: given.activation_limit }),
    ...(given.term_days === undefined ? {} : { termDays: given.term_days }),
    ...(given.update_days === undefined ? {} : { updateDays: given.update_days }),
  };
}

export const editUpdateRulesOperation = operation({
  id: 'products.edit_update_rules',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'PATCH',
  path: '/admin/products/{number}/update-rules',
  summary: 'Set who gets which versions of a product.',
  description:
    'What is left out stays. The switches hold at once and for every licence; the days of a plan hold for what is bought from now on.',
  refusals: ['not_found'],
  pathSchema: productPath,
  bodySchema: z.object({
    keeps_releases: z.boolean().optional().describe('Licences whose updates ended keep what was released before.'),
    delivers_files: z.boolean().optional().describe('False for what has no file by nature.'),
    plans: z
      .array(z.object({ number: planNumber, update_days: updateDays }))
      .max(500)
      .default([]),
  }),
  answerSchema: productSchema,
  handle: async ({ path, body, caller, at }) => {
    const product = await findProduct(path.number);
    if (!product) return refuse('not_found');
    const plans = await listProductPlans(product.id);
    const days: { planId: string; updateDays: number | null }[] = [];
    for (const { number: wanted, update_days: updateDays } of body.plans) {
      const plan = plans.find((one) => one.number === wanted);
      if (!plan) return refuseFields([{ field: 'plans', problem: `names ${wanted}, which is no plan of the product` }]);
      days.push({ planId: plan.id, updateDays });
    }
    const rules = {
      keepsReleases: body.keeps_releases ?? product.keepsReleases,
      deliversFiles: body.delivers_files ?? product.deliversFiles,
      plans: days,
    };
    const result = await editUpdateRules({ productId: product.id, rules, actor: caller.actor, at });
    if (result.ok) return tellProduct(path.number);
    if (result.reason === 'product_not_found') return refuse('not_found');
    return refuseFields([{ field: 'plans', problem: `update_days ${LIMITS.updateDays}` }]);
  },
});
