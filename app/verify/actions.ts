'use server';

import { redirect } from 'next/navigation';
import { provenViewerId } from '@/lib/auth/proven-viewer';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { type ReaderProof, type VerifyEmailResult, verifyEmail } from '@/lib/customers/verify-email';
import type { FormAnswer } from '../_people/form-answer';
import { orNotChecked } from '../_people/or-not-checked';
import { refusalAnswer } from '../_people/refusal-texts';
import { formField } from '../_shell/form-field';

/** Public: confirms the address of whoever holds a mailed link, where nothing has to be asked first. */
export async function verifyAction(form: FormData): Promise<void> {
  await requireOwnPage();
  const result = await verify(form, { kind: 'browser', viewerId: await provenViewerId() });
  // Signed out since the page was shown: it then asks for the password.
  if (!result.ok && result.reason === 'password_needed') redirect(`/verify?token=${formField(form, 'token')}`);
  if (!result.ok) redirect('/verify?token=');
  goOn(result);
}

/** Public: confirms the address of whoever holds a mailed link and knows the password of its account. */
export async function verifyWithPasswordAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  return orNotChecked(() => verifyByPassword(form), {}, { saves: true });
}

async function verifyByPassword(form: FormData): Promise<FormAnswer> {
  const result = await verify(form, { kind: 'password', password: formField(form, 'password') });
  if (result.ok) return goOn(result);
  switch (result.reason) {
    case 'link_not_usable':
    case 'password_needed':
      return redirect('/verify?token=');
    case 'wrong_password':
      return refusalAnswer({ reason: 'wrong_account_password' }, 'password');
    case 'too_many_attempts':
      return refusalAnswer(result);
  }
}

/** Public: confirms the address, puts whoever is in the account out of it and goes on to choosing a password. */
export async function startOverAction(form: FormData): Promise<void> {
  await requireOwnPage();
  const result = await verify(form, { kind: 'start_over' });
  if (!result.ok) redirect('/verify?token=');
  goOn(result);
}

async function verify(form: FormData, proof: ReaderProof): Promise<VerifyEmailResult> {
  return verifyEmail({ token: formField(form, 'token'), proof, ...(await requestFacts()) });
}

/** An account without a password goes on to choose one. */
function goOn(result: Extract<VerifyEmailResult, { ok: true }>): never {
  redirect(result.resetToken === undefined ? '/verify?confirmed=1' : `/reset?token=${result.resetToken}`);
}
