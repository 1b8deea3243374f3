'use server';

import { redirect } from 'next/navigation';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { sessionActor } from '@/lib/auth/session-actor';
import { requestEmailChange } from '@/lib/customers/change-email';
import { changePassword } from '@/lib/customers/change-password';
import { removeFactor } from '@/lib/customers/remove-factor';
import type { FormAnswer } from '../../_people/form-answer';
import { refusalAnswer } from '../../_people/refusal-texts';
import { formField } from '../../_shell/form-field';
import { text } from '../../_texts/text';

const HERE = '/account/credentials';

/** Changes the signed-in person's password; with a second factor on the account that one is asked for as well. */
export async function changePasswordAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  const { id, sessionId, hasFactor } = await requireCustomer(HERE);
  if (hasFactor) await requireStepUp(HERE);
  const facts = await requestFacts();
  const [currentPassword, newPassword] = [formField(form, 'current'), formField(form, 'new')];
  const result = await changePassword({ customerId: id, sessionId, currentPassword, newPassword, ...facts });
  if (result.ok) return { notice: text('account.passwordChanged') };
  if (result.reason === 'too_many_attempts') return refusalAnswer(result);
  return refusalAnswer({ reason: result.reason }, result.reason === 'wrong_password' ? 'current' : 'new');
}

/** Mails the address that the signed-in person wants a link that changes to it. */
export async function changeEmailAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  const customer = await requireStepUp(HERE);
  const actor = await sessionActor(customer);
  const email = formField(form, 'email');
  const result = await requestEmailChange({ customer, email, actor });
  if (result.ok) return { notice: text('account.emailAsked', { email: result.newAddress }) };
  if (result.reason === 'too_many_attempts') return refusalAnswer(result, undefined, { email });
  return refusalAnswer({ reason: result.reason }, 'email', { email });
}

/** Removes a second factor of the signed-in person. */
export async function removeFactorAction(form: FormData): Promise<void> {
  await requireOwnPage();
  const customer = await requireStepUp(HERE);
  const actor = await sessionActor(customer);
  const result = await removeFactor({ customerId: customer.id, factorId: formField(form, 'factor'), actor });
  redirect(`${HERE}?notice=${result.ok ? 'factor_removed' : result.reason}`);
}
