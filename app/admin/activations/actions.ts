'use server';

import { RedirectType, redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { deleteActivations } from '@/lib/licensing/delete-activations';
import { formField, formFields } from '../../_shell/form-field';
import { backHref } from '../_list/back-href';

/** Deletes the chosen activations: one by its button, or those selected. */
export async function deleteChosenActivations(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/activations');
  const answer = await deleteActivations({ ids: formFields(form, 'chosen'), actor });
  redirect(backHref(formField(form, 'back'), '/admin/activations', answer), RedirectType.replace);
}
