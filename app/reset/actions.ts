'use server';

import { redirect } from 'next/navigation';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { requestPasswordReset } from '@/lib/customers/request-link';
import { resetPassword } from '@/lib/customers/reset-password';
import type { FormAnswer } from '../_people/form-answer';
import { orNotChecked } from '../_people/or-not-checked';
import { refusalAnswer } from '../_people/refusal-texts';
import { formField } from '../_shell/form-field';
import { text } from '../_texts/text';

/** Public: mails a link to choose a new password, if the address has an account. */
export async function requestResetAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  return orNotChecked(() => requestResetBy(form), { email: formField(form, 'email') });
}

async function requestResetBy(form: FormData): Promise<FormAnswer> {
  const email = formField(form, 'email');
  const result = await requestPasswordReset({ email, ...(await requestFacts()) });
  if (!result.ok) return refusalAnswer(result, result.reason === 'invalid_email' ? 'email' : undefined, { email });
  return { notice: text('people.resetRequested', { email }) };
}

/** Public: sets a new password for whoever holds a mailed link. */
export async function choosePasswordAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  return orNotChecked(() => choosePasswordBy(form), {}, { saves: true });
}

async function choosePasswordBy(form: FormData): Promise<FormAnswer> {
  const [token, password] = [formField(form, 'token'), formField(form, 'password')];
  const result = await resetPassword({ token, password, ...(await requestFacts()) });
  if (result.ok) redirect('/sign-in?notice=password');
  if (result.reason === 'link_not_usable') redirect('/reset?token=used');
  return refusalAnswer({ reason: result.reason }, 'password');
}
