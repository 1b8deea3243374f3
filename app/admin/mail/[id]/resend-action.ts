'use server';

import { revalidatePath } from 'next/cache';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { resendOrderMailOf } from '@/lib/mailbox/resend-order-mail-of';
import { formField } from '../../../_shell/form-field';
import { text } from '../../../_texts/text';

export type ResendAnswer = { tone: 'none' | 'good' | 'warn'; said: string };

/** Sends the order's mail once more, as a new mail to the customer's present address. */
export async function resendThisOrderMail(_before: ResendAnswer, form: FormData): Promise<ResendAnswer> {
  const { actor } = await requireAdminChange('/admin/mail');
  const result = await resendOrderMailOf(formField(form, 'id'), formField(form, 'request'), { actor });
  revalidatePath('/admin/mail', 'layout');
  return result.ok
    ? { tone: 'good', said: text('logs.mail.resent', { to: result.to }) }
    : { tone: 'warn', said: text(`logs.mail.resend.${result.reason}`) };
}
