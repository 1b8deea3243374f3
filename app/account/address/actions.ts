'use server';

import { redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { confirmEmailChange } from '@/lib/customers/change-email';
import { formField } from '../../_shell/form-field';

/** Gives the signed-in person's account the address that a mailed link proves. */
export async function confirmEmailAction(form: FormData): Promise<void> {
  await requireOwnPage();
  const viewer = await requireCustomer('/account/credentials');
  const actor = await sessionActor(viewer);
  const result = await confirmEmailChange({ token: formField(form, 'token'), viewer, actor });
  if (result.ok) redirect('/account/credentials?notice=email_changed');
  redirect(result.reason === 'email_taken' ? '/account/credentials?notice=email_taken' : '/account/address?token=used');
}
