'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { editProduct } from '@/lib/catalog/edit-product';
import { findFreeSlug } from '@/lib/catalog/find-free-slug';
import { PRODUCT_PARTS, type ProductPart } from '@/lib/catalog/product-text';
import { renderMarkdown } from '@/lib/catalog/render-markdown';
import { formField } from '../../../_shell/form-field';
import { editor as words } from '../../../_texts/en/editor';
import { fillText } from '../../../_texts/fill-text';
import type { SummaryError } from '../../../_ui/error-summary';
import { type EnteredTexts, type TextAnswer, textErrors } from './text-answer';

/** Saves one part of a product's texts, or shows its pages as they would read. */
export async function saveTexts(_before: TextAnswer, form: FormData): Promise<TextAnswer> {
  const { actor } = await requireAdminChange('/admin/products');
  const part: ProductPart = formField(form, 'part') === 'docs' ? 'docs' : 'sale';
  const entered: EnteredTexts = Object.fromEntries(PRODUCT_PARTS[part].map((name) => [name, formField(form, name)]));
  if (formField(form, 'step') === 'preview') return preview(part, entered);
  const which = { productId: formField(form, 'product'), fingerprint: formField(form, 'fingerprint') };
  const result = await editProduct({ ...which, part, texts: entered, actor });
  if (result.ok && result.isChanged) {
    redirect(`/admin/products/${encodeURIComponent(formField(form, 'number'))}/${part}?notice=saved`);
  }
  if (result.ok) return { outcome: 'unchanged' };
  const errors =
    result.reason === 'text_refused' ? textErrors(result.problems) : [await errorOf(result.reason, entered)];
  return { outcome: 'refused', entered, errors };
}

async function errorOf(
  reason: 'product_not_found' | 'slug_taken' | 'changed_meanwhile',
  entered: EnteredTexts,
): Promise<SummaryError> {
  if (reason !== 'slug_taken') return { message: words[`problem.${reason}`] };
  const proposal = await findFreeSlug((entered.slug ?? '').trim());
  return { message: fillText(words['problem.slug_taken'], { proposal }), fieldId: 'slug' };
}

function preview(part: ProductPart, entered: EnteredTexts): TextAnswer {
  const names = PRODUCT_PARTS[part].filter((name) => name.endsWith('Md'));
  const pages = names.map((name) => ({ name, html: renderMarkdown((entered[name] ?? '').slice(0, 50_000)) }));
  return { outcome: 'previewed', entered, pages };
}
