'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { beginProduct } from '@/lib/catalog/begin-product';
import { findFreeSlug } from '@/lib/catalog/find-free-slug';
import { slugOf } from '@/lib/catalog/slug';
import { formField } from '../../../_shell/form-field';
import { readCount } from '../[number]/read-count';
import { intervalOf, offerOf, readEnteredPlan } from '../[number]/sale/plans/entered-plan';
import { type NewProductAnswer, newProductErrors } from './new-product-answer';

/** Begins a product as a draft. An address that was left empty is made from the title. */
export async function saveNewProduct(_before: NewProductAnswer, form: FormData): Promise<NewProductAnswer> {
  const { actor } = await requireAdminChange('/admin/products');
  const field = (name: string) => formField(form, name).trim();
  const entered = { ...readEnteredPlan(form), title: field('title'), slug: field('slug') };
  const terms = { limit: field('limit'), days: field('days') };
  const slug = entered.slug === '' ? await findFreeSlug(slugOf(entered.title)) : entered.slug;
  const plan = {
    ...offerOf(entered),
    billingInterval: intervalOf(entered),
    activationLimit: readCount(terms.limit),
    termDays: readCount(terms.days),
  };
  const result = await beginProduct({ facts: { title: entered.title, slug, plan }, actor });
  if (result.ok) redirect(`/admin/products/${result.product.number}/sale?notice=created`);
  const errors = newProductErrors(result.problems, await findFreeSlug(slug));
  return { outcome: 'refused', entered: { ...entered, ...terms }, errors };
}
