'use server';

import { redirect } from 'next/navigation';
import { startBrowserSession } from '@/lib/auth/browser-session';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { claimStore } from '@/lib/customers/owner-claim';
import type { FormAnswer } from '../_people/form-answer';
import { orNotChecked } from '../_people/or-not-checked';
import { refusalAnswer } from '../_people/refusal-texts';
import { formField } from '../_shell/form-field';
import { text } from '../_texts/text';

/** Public: makes whoever holds the claim link the owner, and signs them in; the admin area then asks for a second factor. */
export async function claimStoreAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  return orNotChecked(() => claimStoreBy(form), { email: formField(form, 'email') }, { saves: true });
}

async function claimStoreBy(form: FormData): Promise<FormAnswer> {
  const [token, email, password] = [formField(form, 'token'), formField(form, 'email'), formField(form, 'password')];
  const { address } = await requestFacts();
  const result = await claimStore({ token, email, password, address });
  if (result.ok) redirect((await startBrowserSession(result.entry, 'password')) ? '/admin' : '/sign-in');
  const { reason } = result;
  switch (reason) {
    case 'claim_not_usable':
      return redirect('/setup');
    case 'email_taken':
      return { errors: [{ fieldId: 'email', message: text('setup.error.email_taken') }], values: { email } };
    default:
      return refusalAnswer({ reason }, reason === 'invalid_email' ? 'email' : 'password', { email });
  }
}
