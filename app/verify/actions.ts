'use server';

import { redirect } from 'next/navigation';
import { currentCustomer } from '@/lib/auth/current-customer';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { verifyEmail } from '@/lib/customers/verify-email';
import { formField } from '../_shell/form-field';

/** Public: confirms the address of whoever holds a mailed link; an account without a password goes on to choose one. */
export async function verifyAction(form: FormData): Promise<void> {
  await requireOwnPage();
  const { address } = await requestFacts();
  const result = await verifyEmail({ token: formField(form, 'token'), address });
  if (!result.ok) redirect('/verify?token=');
  if (result.resetToken !== undefined) redirect(`/reset?token=${result.resetToken}`);
  redirect((await currentCustomer()) ? '/account?notice=verified' : '/sign-in?notice=verified');
}
