'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { changeRole } from '@/lib/customers/change-standing';
import { makeAdminByEmail } from '@/lib/customers/make-admin';
import type { FormAnswer } from '../../../_people/form-answer';
import { formField } from '../../../_shell/form-field';
import { text } from '../../../_texts/text';
import { TEAM_PATH } from './team-path';

/** Makes the account of an address an admin's. Asks for a fresh proof of who is there. */
export async function makeAdmin(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { actor } = await requireAdminChange(TEAM_PATH);
  await requireStepUp(`${TEAM_PATH}/add`);
  const email = formField(form, 'email').trim();
  const result = await makeAdminByEmail({ email, actor });
  if (result.ok) redirect(`${TEAM_PATH}?notice=admin_made`);
  return { errors: [{ fieldId: 'email', message: text(`team.error.${result.reason}`) }], values: { email } };
}

/** Takes the role of admin from somebody else. Asks for a fresh proof of who is there. */
export async function endAdmin(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(TEAM_PATH);
  await requireStepUp(`${TEAM_PATH}/${encodeURIComponent(formField(form, 'number'))}`);
  const result = await changeRole({ customerId: formField(form, 'customer'), role: 'customer', actor });
  redirect(`${TEAM_PATH}?notice=${result.ok ? 'admin_ended' : result.reason}`);
}
