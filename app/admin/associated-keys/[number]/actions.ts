'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { now } from '@/lib/clock';
import { addAssociatedKeys, checkAssociatedKeys, type OfferedKeys } from '@/lib/licensing/add-associated-keys';
import { deleteStockedKeys } from '@/lib/licensing/delete-stocked-keys';
import { handOutToWaiting } from '@/lib/licensing/hand-out-to-waiting';
import { formField } from '../../../_shell/form-field';
import { formFileText } from '../../../_shell/form-file';
import { type StockAnswer, shownReport } from './stock-answer';

/** Checks a pasted or uploaded list, or adds the one that was checked. */
export async function stockKeys(_before: StockAnswer, form: FormData): Promise<StockAnswer> {
  const { actor } = await requireAdminChange('/admin/associated-keys');
  const text = formField(form, 'keys') || (await formFileText(form, 'file'));
  if (text === undefined) return { outcome: 'file_unreadable' };
  const offered = { productId: formField(form, 'product'), text };
  if (formField(form, 'step') !== 'add') return answerCheck(offered, 'checked');
  const fingerprint = formField(form, 'fingerprint');
  const result = await addAssociatedKeys({ ...offered, fingerprint, at: now(), actor });
  if (!result.ok)
    return result.reason === 'not_checked' ? answerCheck(offered, 'not_checked') : { outcome: result.reason };
  revalidatePath('/admin/associated-keys', 'layout');
  return { outcome: 'added', added: result.added, report: shownReport(result.report) };
}

/** Deletes one unsold key of a product, or all of them. */
export async function deleteKeys(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/associated-keys');
  const licenseKeyId = formField(form, 'key');
  const which = { productId: formField(form, 'product'), actor };
  const isOne = licenseKeyId !== '';
  const { deleted } = await deleteStockedKeys({ ...which, ...(isOne ? { licenseKeyId } : {}) });
  const notice = deleted === 0 ? 'key_gone' : isOne ? 'key_deleted' : 'keys_deleted';
  redirect(pageOf(formField(form, 'number'), notice));
}

/** Gives the purchases that found the stock empty their keys now. */
export async function handOutKeys(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/associated-keys');
  const { handedOut } = await handOutToWaiting({ productId: formField(form, 'product'), actor });
  redirect(pageOf(formField(form, 'number'), handedOut > 0 ? 'handed_out' : 'nothing_handed_out'));
}

async function answerCheck(offered: OfferedKeys, outcome: 'checked' | 'not_checked'): Promise<StockAnswer> {
  const checked = await checkAssociatedKeys(offered);
  return checked.ok ? { outcome, report: shownReport(checked.report) } : { outcome: checked.reason };
}

function pageOf(number: string, notice: string): string {
  return `/admin/associated-keys/${encodeURIComponent(number)}?notice=${notice}`;
}
