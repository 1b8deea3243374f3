'use server';

import { revalidatePath } from 'next/cache';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { invoices as words } from '../../../_texts/en/invoices';
import type { SummaryError } from '../../../_ui/error-summary';
import { changedInvoices, type EnteredInvoices, readEnteredInvoices } from './entered-invoices';

export type InvoicesAnswer =
  | { outcome: 'none' | 'saved' }
  | { outcome: 'refused'; errors: SummaryError[]; entered: EnteredInvoices; shown: EnteredInvoices };

/** Saves what this admin changed of tax and invoices. */
export async function saveInvoices(_before: InvoicesAnswer, form: FormData): Promise<InvoicesAnswer> {
  const { actor } = await requireAdminChange('/admin/settings/invoices');
  const [entered, shown] = [readEnteredInvoices(form), readEnteredInvoices(form, 'shown.')];
  const result = await saveStoreSettings(changedInvoices(entered, shown), actor);
  if (!result.ok) {
    const refused = result.reason === 'setting_invalid' ? result.settings : [];
    return { outcome: 'refused', entered, shown, errors: refused.map(toError) };
  }
  revalidatePath('/admin/settings/invoices');
  return { outcome: 'saved' };
}

function toError(fieldId: string): SummaryError {
  const texts: Record<string, unknown> = words;
  const message = texts[`error.${fieldId}`];
  return { fieldId, message: typeof message === 'string' ? message : words.settingsErrorTitle };
}
