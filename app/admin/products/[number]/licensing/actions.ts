'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { editLicensing } from '@/lib/catalog/edit-licensing';
import { applyPlanTerms } from '@/lib/licensing/apply-plan-terms';
import { formField } from '../../../../_shell/form-field';
import { editor as words } from '../../../../_texts/en/editor';
import type { ProductNotice } from '../product-notices';
import { readTermChange } from './apply/[plan]/term-wish';
import { readEnteredLicensing, rulesOf } from './entered-licensing';
import { type LicensingAnswer, licensingErrors } from './licensing-answer';

/** Saves a product's licensing terms and which plans go their own way. */
export async function saveLicensing(_before: LicensingAnswer, form: FormData): Promise<LicensingAnswer> {
  const { actor } = await requireAdminChange('/admin/products');
  const entered = readEnteredLicensing(form);
  const which = { productId: formField(form, 'product'), fingerprint: formField(form, 'fingerprint') };
  const result = await editLicensing({ ...which, rules: rulesOf(entered), actor });
  if (result.ok && result.isChanged) redirect(licensingPage(form, 'licensing_saved'));
  if (result.ok) return { outcome: 'unchanged' };
  const nameOf = (planId: string) => formField(form, `name-${planId}`);
  const errors =
    result.reason === 'rules_refused'
      ? licensingErrors(result.problems, nameOf)
      : [{ message: words[`problem.${result.reason}`] }];
  return { outcome: 'refused', entered, errors };
}

/** Lets a plan's terms, as they were previewed, reach the licences that exist. */
export async function applyTerms(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/products');
  const result = await applyPlanTerms({ change: readTermChange(form), actor });
  redirect(licensingPage(form, result.ok ? 'terms_applied' : result.reason));
}

function licensingPage(form: FormData, notice: ProductNotice): string {
  return `/admin/products/${encodeURIComponent(formField(form, 'number'))}/licensing?notice=${notice}`;
}
