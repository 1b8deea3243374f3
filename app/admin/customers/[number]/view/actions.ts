'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { endCustomerView } from '@/lib/customers/end-customer-view';
import { startCustomerView } from '@/lib/customers/start-customer-view';
import type { FormAnswer } from '../../../../_people/form-answer';
import { formField } from '../../../../_shell/form-field';
import { text } from '../../../../_texts/text';
import { rowNumber } from '../../../licences/licence-view';
import { customerPath } from '../customer-path';

/** Opens the customer's pages to this admin for half an hour. Asks for a fresh proof of who is there. */
export async function startView(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { admin, actor } = await requireAdminChange('/admin/customers');
  const path = `${customerPath(formField(form, 'number'))}/view`;
  await requireStepUp(`${path}/start`);
  const reason = formField(form, 'reason');
  const customerNumber = rowNumber(formField(form, 'number')) ?? 0;
  const result = await startCustomerView({ customerNumber, admin, reason, actor });
  if (result.ok) redirect(path);
  const message = text(`customers.viewRefused.${result.reason}`);
  return { errors: [{ fieldId: 'reason', message }], values: { reason } };
}

/** Ends it. */
export async function stopView(form: FormData): Promise<void> {
  const { admin, actor } = await requireAdminChange('/admin/customers');
  await endCustomerView({ adminId: admin.id, actor });
  redirect(`${customerPath(formField(form, 'number'))}?notice=view_ended`);
}
