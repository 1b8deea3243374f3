'use server';

import { redirect } from 'next/navigation';
import { startBrowserSession } from '@/lib/auth/browser-session';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { returnPath } from '@/lib/auth/return-path';
import { signIn } from '@/lib/customers/sign-in';
import type { FormAnswer } from '../_people/form-answer';
import { refusalAnswer } from '../_people/refusal-texts';
import { formField } from '../_shell/form-field';

/** Public: signs this browser in and goes on to where the person wanted to be. */
export async function signInAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  const [email, password] = [formField(form, 'email'), formField(form, 'password')];
  const { address } = await requestFacts();
  const result = await signIn({ email, password, address });
  if (!result.ok) return refusalAnswer(result, undefined, { email });
  await startBrowserSession(result.customerId);
  redirect(returnPath(formField(form, 'return')));
}
