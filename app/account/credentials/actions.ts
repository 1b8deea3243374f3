'use server';

import { requestFacts } from '@/lib/auth/request-facts';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { changePassword } from '@/lib/customers/change-password';
import type { FormAnswer } from '../../_people/form-answer';
import { refusalAnswer } from '../../_people/refusal-texts';
import { formField } from '../../_shell/form-field';
import { text } from '../../_texts/text';

/** Changes the signed-in person's password. */
export async function changePasswordAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  const { id, sessionId } = await requireCustomer('/account/credentials');
  const { address } = await requestFacts();
  const [currentPassword, newPassword] = [formField(form, 'current'), formField(form, 'new')];
  const result = await changePassword({ customerId: id, sessionId, currentPassword, newPassword, address });
  if (result.ok) return { notice: text('account.passwordChanged') };
  if (result.reason === 'too_many_attempts') return refusalAnswer(result);
  return refusalAnswer({ reason: result.reason }, result.reason === 'wrong_password' ? 'current' : 'new');
}
