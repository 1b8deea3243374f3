'use server';

import { revalidatePath } from 'next/cache';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { sendMailAgain as putBackInQueue } from '@/lib/mailbox/send-mail-again';
import { formField } from '../../../_shell/form-field';

export type SendAgainAnswer = { outcome: 'none' | 'queued' | 'mail_not_found' | 'mail_not_failed' };

/** Puts a failed mail back in the queue. */
export async function sendMailAgain(_before: SendAgainAnswer, form: FormData): Promise<SendAgainAnswer> {
  const { actor } = await requireAdminChange('/admin/mail');
  const result = await putBackInQueue(formField(form, 'id'), actor);
  if (!result.ok) return { outcome: result.reason };
  revalidatePath('/admin/mail', 'layout');
  return { outcome: 'queued' };
}
