'use server';

import { redirect } from 'next/navigation';
import { continueBrowserSession } from '@/lib/auth/browser-session';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { sessionActor } from '@/lib/auth/session-actor';
import { confirmAuthenticator, startAuthenticator } from '@/lib/customers/enrol-authenticator';
import { factorRefusal } from '../../../_factors/factor-refusal';
import type { FormAnswer } from '../../../_people/form-answer';
import { formField } from '../../../_shell/form-field';
import { text } from '../../../_texts/text';
import { pathAfterAdding } from '../path-after-adding';

const HERE = '/account/credentials/authenticator';

/** Makes the key for a new authenticator app of the signed-in person; the page then shows it. */
export async function startAuthenticatorAction(form: FormData): Promise<void> {
  await requireOwnPage();
  const { id } = await requireStepUp(HERE);
  const name = formField(form, 'name').trim() || text('factors.authenticatorName');
  const result = await startAuthenticator({ customerId: id, name });
  redirect(result.ok ? HERE : `/account/credentials?notice=${result.reason}`);
}

/** Takes the app's first code; from then on the factor counts. */
export async function confirmAuthenticatorAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  const customer = await requireStepUp(HERE);
  const { id, sessionId } = customer;
  const actor = await sessionActor(customer);
  const result = await confirmAuthenticator({ customer, sessionId, code: formField(form, 'code'), actor });
  if (!result.ok) return factorRefusal(result, result.reason === 'wrong_code' ? 'code' : undefined);
  if (result.sessionId !== sessionId) await continueBrowserSession(result.sessionId);
  redirect(await pathAfterAdding(id));
}
