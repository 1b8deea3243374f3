'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { addPlan } from '@/lib/catalog/add-plan';
import { editPlan } from '@/lib/catalog/edit-plan';
import { formField } from '../../../../../_shell/form-field';
import { editor as words } from '../../../../../_texts/en/editor';
import type { ProductNotice } from '../../product-notices';
import { intervalOf, offerErrors, offerOf, type PlanAnswer, readEnteredPlan } from './entered-plan';

/** Adds a plan to a product. */
export async function saveNewPlan(_before: PlanAnswer, form: FormData): Promise<PlanAnswer> {
  const { actor } = await requireAdminChange('/admin/products');
  const entered = readEnteredPlan(form);
  const wish = { productId: formField(form, 'product'), offer: offerOf(entered), billingInterval: intervalOf(entered) };
  const result = await addPlan({ ...wish, actor });
  if (result.ok) redirect(salePage(form, 'plan_added'));
  const errors =
    result.reason === 'offer_refused' ? offerErrors(result.problems) : [{ message: words[`problem.${result.reason}`] }];
  return { outcome: 'refused', entered, errors };
}

/** Saves what a plan is sold as. */
export async function savePlan(_before: PlanAnswer, form: FormData): Promise<PlanAnswer> {
  const { actor } = await requireAdminChange('/admin/products');
  const entered = readEnteredPlan(form);
  const which = { productId: formField(form, 'product'), planId: formField(form, 'plan') };
  const result = await editPlan({
    ...which,
    offer: offerOf(entered),
    fingerprint: formField(form, 'fingerprint'),
    actor,
  });
  if (result.ok && result.isChanged) redirect(salePage(form, 'plan_saved'));
  if (result.ok) return { outcome: 'unchanged' };
  const errors =
    result.reason === 'offer_refused' ? offerErrors(result.problems) : [{ message: words[`problem.${result.reason}`] }];
  return { outcome: 'refused', entered, errors };
}

function salePage(form: FormData, notice: ProductNotice): string {
  return `/admin/products/${encodeURIComponent(formField(form, 'number'))}/sale?notice=${notice}`;
}
