'use server';

import { RedirectType, redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { changeLicences } from '@/lib/licensing/change-licences';
import { undoBulkChange } from '@/lib/licensing/undo-bulk-change';
import { formField, formFields } from '../../_shell/form-field';
import { backHref } from '../_list/back-href';
import { licenceChange } from './licence-change';

/** Suspends, resumes or extends the chosen licences. */
export async function changeChosenLicences(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/licences');
  const change = licenceChange(formField(form, 'change'), formField(form, 'days'));
  const ids = formFields(form, 'chosen');
  const answer = await changeLicences({ ids, change, actor });
  redirect(backHref(formField(form, 'back'), '/admin/licences', answer), RedirectType.replace);
}

/** Takes back what this admin changed with one press: licences or activations. */
export async function undoChange(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/licences');
  const id = formField(form, 'id');
  const answer = await undoBulkChange({ id, actor });
  const told = answer.ok ? { ok: true as const, changeId: id } : answer;
  redirect(backHref(formField(form, 'back'), '/admin/licences', told), RedirectType.replace);
}
