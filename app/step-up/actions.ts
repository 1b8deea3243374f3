'use server';

import { redirect } from 'next/navigation';
import { continueBrowserSession } from '@/lib/auth/browser-session';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { returnPath } from '@/lib/auth/return-path';
import { passkeyToUse } from '@/lib/customers/passkey';
import { type StepUpAnswer, stepUp } from '@/lib/customers/step-up';
import { readFactorAnswer, refusedFactor } from '../_factors/factor-answer';
import type { FormAnswer } from '../_people/form-answer';
import { orNotChecked } from '../_people/or-not-checked';
import { formField } from '../_shell/form-field';

/** Takes a fresh proof of who is signed in here, and goes on to what it was wanted for. */
export async function stepUpAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  return orNotChecked(() => stepUpBy(form));
}

async function stepUpBy(form: FormData): Promise<FormAnswer> {
  const goal = returnPath(formField(form, 'return'));
  const customer = await requireCustomer(goal);
  const password = formField(form, 'password');
  const answer: StepUpAnswer = password === '' ? readFactorAnswer(form) : { kind: 'password', password };
  const result = await stepUp({ customer, answer, ...(await requestFacts()) });
  if (!result.ok) return refusedFactor(result, answer.kind);
  if (result.sessionId !== customer.sessionId) await continueBrowserSession(result.sessionId);
  redirect(goal);
}

/** What the browser needs to use a passkey of the signed-in person. */
export async function passkeyForStepUp(): Promise<string | undefined> {
  await requireOwnPage();
  const { id, sessionId } = await requireCustomer();
  return passkeyToUse({ customerId: id, holderId: sessionId });
}
