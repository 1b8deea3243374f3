'use server';

import { redirect } from 'next/navigation';
import { startBrowserSession } from '@/lib/auth/browser-session';
import { expectSecondFactor } from '@/lib/auth/pending-cookie';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { returnPath } from '@/lib/auth/return-path';
import { signIn } from '@/lib/customers/sign-in';
import type { FormAnswer } from '../_people/form-answer';
import { orNotChecked } from '../_people/or-not-checked';
import { refusalAnswer } from '../_people/refusal-texts';
import { formField } from '../_shell/form-field';

/** Public: signs this browser in, or lets it go on to the second step, and then to where the person wanted to be. */
export async function signInAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  return orNotChecked(() => signInBy(form), { email: formField(form, 'email') });
}

async function signInBy(form: FormData): Promise<FormAnswer> {
  const [email, password] = [formField(form, 'email'), formField(form, 'password')];
  const result = await signIn({ email, password, ...(await requestFacts()) });
  if (!result.ok) return refusalAnswer(result, undefined, { email });
  const goal = returnPath(formField(form, 'return'));
  if (result.needsFactor) {
    const isExpected = await expectSecondFactor(result.entry);
    if (!isExpected) return changedMeanwhile(email);
    redirect(`/mfa?return=${encodeURIComponent(goal)}`);
  }
  if (!(await startBrowserSession(result.entry, 'password'))) return changedMeanwhile(email);
  redirect(goal);
}

// The password was changed while this one was being checked, so it is none any more.
function changedMeanwhile(email: string): FormAnswer {
  return refusalAnswer({ reason: 'wrong_email_or_password' }, undefined, { email });
}
