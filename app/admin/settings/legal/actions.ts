'use server';

import { revalidatePath } from 'next/cache';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import type { LegalTexts } from '@/lib/settings/legal-pages';
import { type LegalFault, saveLegalPages } from '@/lib/settings/save-legal-pages';
import { type LegalPage, LONGEST_LEGAL_PAGE } from '@/lib/settings/setting-choices';
import { text } from '../../../_texts/text';
import type { SummaryError } from '../../../_ui/error-summary';
import { changedLegal, readEnteredLegal } from './entered-legal';

export type LegalAnswer =
  | { outcome: 'none' }
  | { outcome: 'saved'; changed: LegalPage[] }
  | { outcome: 'refused'; errors: SummaryError[]; entered: LegalTexts; shown: LegalTexts };

/** Saves the legal pages that this admin changed. */
export async function saveLegal(_before: LegalAnswer, form: FormData): Promise<LegalAnswer> {
  const { actor } = await requireAdminChange('/admin/settings/legal');
  const [entered, shown] = [readEnteredLegal(form), readEnteredLegal(form, 'shown.')];
  const result = await saveLegalPages(changedLegal(entered, shown), actor);
  if (!result.ok) return { outcome: 'refused', entered, shown, errors: result.faults.map(toError) };
  // The footer of every page links to those that are written.
  revalidatePath('/', 'layout');
  return { outcome: 'saved', changed: result.changed };
}

function toError({ page, problem }: LegalFault): SummaryError {
  const name = text(`legal.title.${page}`);
  return { fieldId: page, message: text(`legal.error.${problem}`, { name, most: LONGEST_LEGAL_PAGE }) };
}
