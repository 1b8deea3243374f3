'use server';

import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { registerCustomer } from '@/lib/customers/request-link';
import type { FormAnswer } from '../_people/form-answer';
import { orNotChecked } from '../_people/or-not-checked';
import { refusalAnswer } from '../_people/refusal-texts';
import { formField } from '../_shell/form-field';
import { text } from '../_texts/text';

/** Public: mails a link that leads to a new account, or into the one there is. */
export async function registerAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  return orNotChecked(() => registerBy(form), { email: formField(form, 'email'), name: formField(form, 'name') });
}

async function registerBy(form: FormData): Promise<FormAnswer> {
  const [email, name] = [formField(form, 'email'), formField(form, 'name')];
  const facts = await requestFacts();
  const result = await registerCustomer({ email, name, ...facts });
  if (!result.ok)
    return refusalAnswer(result, result.reason === 'invalid_email' ? 'email' : undefined, { email, name });
  return { notice: text('people.registered', { email }) };
}
