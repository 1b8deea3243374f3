'use server';

import { redirect } from 'next/navigation';
import { startBrowserSession } from '@/lib/auth/browser-session';
import { forgetPendingToken, pendingToken } from '@/lib/auth/pending-cookie';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { returnPath } from '@/lib/auth/return-path';
import { passkeyToUse } from '@/lib/customers/passkey';
import { finishSignIn, readPendingSignIn } from '@/lib/customers/pending-sign-in';
import { readFactorAnswer, refusedFactor } from '../_factors/factor-answer';
import type { FormAnswer } from '../_people/form-answer';
import { orNotChecked } from '../_people/or-not-checked';
import { formField } from '../_shell/form-field';

/** Public: takes the second factor of whoever showed the password in this browser, and signs it in. */
export async function finishSignInAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  return orNotChecked(() => finishSignInBy(form));
}

async function finishSignInBy(form: FormData): Promise<FormAnswer> {
  const goal = returnPath(formField(form, 'return'));
  const answer = readFactorAnswer(form);
  const result = await finishSignIn({ token: await pendingToken(), answer, ...(await requestFacts()) });
  if (!result.ok && result.reason === 'sign_in_over') redirect(`/mfa?return=${encodeURIComponent(goal)}`);
  if (!result.ok) return refusedFactor(result, answer.kind);
  const isIn = await startBrowserSession(result.entry, result.by);
  await forgetPendingToken();
  if (!isIn) redirect(`/mfa?return=${encodeURIComponent(goal)}`);
  redirect(goal);
}

/** Public: what the browser needs to use a passkey for the sign-in that waits in it. */
export async function passkeyForSignIn(): Promise<string | undefined> {
  await requireOwnPage();
  const pending = await readPendingSignIn(await pendingToken());
  return pending ? passkeyToUse({ customerId: pending.customer.id, holderId: pending.id }) : undefined;
}
