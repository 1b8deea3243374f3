import { z } from 'zod';
import type { AdminProduct } from '../../../../../catalog/list-admin-products';
import { type EditedPlan, listProductPlans } from '../../../../../catalog/list-product-plans';
import { PRODUCT_STANDINGS, standingOf } from '../../../../../catalog/product-standing';
import type { EditedProduct } from '../../../../../catalog/read-admin-product';
import type { ManageReply } from '../../operation';
import { findProduct, instant, number, refuse, uuid } from './fields';
import { DOCS_NAMES, SALE_NAMES } from './text-names';

export const standingSchema = z.enum(PRODUCT_STANDINGS);

export const intervalSchema = z.enum(['month', 'year']).nullable();

/** The terms of a licence. */
const termsShape = {
  activation_limit: z.int().nullable().describe('Places for each unit bought; null: unlimited.'),
  term_days: z.int().nullable().describe('Days of use; null: for good, or as long as a subscription is paid.'),
  update_days: z.int().nullable().describe('Days of new versions; null: as long as the licence lives.'),
};

export const planSchema = z
  .object({
    id: uuid,
    number,
    name: z.string(),
    position: z.int(),
    unit_amount: z.int().describe('Minor units of `currency`.'),
    currency: z.string().describe('ISO 4217, lower case.'),
    billing_interval: intervalSchema.describe('Null: paid once.'),
    trial_days: z.int().nullable().describe('Days that a first subscription costs nothing.'),
    ...termsShape,
    follows_product: z
      .array(z.enum(['activation_limit', 'term_days', 'update_days']))
      .describe('The terms that change with those of the product.'),
    archived_at: instant.nullable(),
    licences: z.int().describe('Ever made of it.'),
  })
  .meta({ id: 'Plan' });

export const listedProductSchema = z
  .object({
    id: uuid,
    number,
    title: z.string(),
    standing: standingSchema,
    newest_version: z.string().nullable(),
    drafts: z.int(),
    licences: z.int(),
    plans: z.array(z.object({ number, name: z.string() })),
  })
  .meta({ id: 'ListedProduct' });

const texts = <Name extends string>(names: Readonly<Record<Name, string>>) =>
  // Object.fromEntries forgets the names it was given.
  z.object(Object.fromEntries(Object.keys(names).map((name) => [name, z.string()])) as Record<Name, z.ZodString>);

export const docsSchema = texts(DOCS_NAMES);

export const productSchema = texts(SALE_NAMES)
  .extend({
    id: uuid,
    number,
    standing: standingSchema,
    published_at: instant.nullable(),
    docs: docsSchema,
    licensing: z.object({
      legacy_title: z.string().nullable().describe('What client software of 2013 to 2018 sends instead of a number.'),
      ...termsShape,
    }),
    update_rules: z.object({ keeps_releases: z.boolean(), delivers_files: z.boolean() }),
    plans: z.array(planSchema),
  })
  .meta({ id: 'Product' });

/** The product of this number as it stands now. */
export async function tellProduct(
  asked: number,
  how: { status?: 201; location?: string } = {},
): Promise<ManageReply<z.input<typeof productSchema>>> {
  const product = await findProduct(asked);
  if (!product) return refuse('not_found');
  return { ok: true, body: presentProduct(product, await listProductPlans(product.id)), ...how };
}

/** A product of the list. */
export function presentListed(product: AdminProduct): z.input<typeof listedProductSchema> {
  const { id, title, standing, newestVersion, drafts, keysSold, plans } = product;
  return {
    ...{ id, number: product.number, title, standing, drafts, plans },
    newest_version: newestVersion ?? null,
    licences: keysSold,
  };
}

function presentProduct(product: EditedProduct, plans: readonly EditedPlan[]): z.input<typeof productSchema> {
  const { id, publishedAt, legacyTitle, keepsReleases, deliversFiles } = product;
  return {
    ...presentTexts(SALE_NAMES, product),
    ...{ id, number: product.number, standing: standingOf(product) },
    published_at: publishedAt?.toISOString() ?? null,
    docs: presentTexts(DOCS_NAMES, product),
    licensing: {
      legacy_title: legacyTitle,
      activation_limit: product.defaultActivationLimit,
      term_days: product.defaultTermDays,
      update_days: product.defaultUpdateDays,
    },
    update_rules: { keeps_releases: keepsReleases, delivers_files: deliversFiles },
    plans: plans.map(presentPlan),
  };
}

/** A plan with its terms in force. */
export function presentPlan(plan: EditedPlan): z.input<typeof planSchema> {
  const { id, name, position, currency, archivedAt, licences } = plan;
  const follows = [
    ...(plan.inheritsLimit ? (['activation_limit'] as const) : []),
    ...(plan.inheritsTerm ? (['term_days'] as const) : []),
    ...(plan.inheritsUpdates ? (['update_days'] as const) : []),
  ];
  return {
    ...{ id, number: plan.number, name, position, currency, licences },
    unit_amount: plan.unitAmount,
    billing_interval: plan.billingInterval,
    trial_days: plan.trialDays,
    activation_limit: plan.activationLimit,
    term_days: plan.termDays,
    update_days: plan.updateDays,
    follows_product: follows,
    archived_at: archivedAt?.toISOString() ?? null,
  };
}

function presentTexts<Name extends string, Key extends string>(
  names: Readonly<Record<Name, Key>>,
  product: Readonly<Record<Key, string>>,
): Record<Name, string> {
  const pairs = Object.entries<Key>(names).map(([name, key]) => [name, product[key]]);
  // Object.fromEntries forgets the names it was given.
  return Object.fromEntries(pairs) as Record<Name, string>;
}
