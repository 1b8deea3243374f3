'use server';

import { revalidatePath } from 'next/cache';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sendMailAgain as putBackInQueue } from '@/lib/mailbox/send-mail-again';
import { formField } from '../../../_shell/form-field';

export type SendAgainAnswer = { outcome: 'none' | 'queued' | 'mail_not_found' | 'mail_not_failed' };

/** Puts a failed mail back in the queue. */
export async function sendMailAgain(_before: SendAgainAnswer, form: FormData): Promise<SendAgainAnswer> {
  await requireOwnPage();
  const admin = await requireAdmin('/admin/mail');
  const { address } = await requestFacts();
  const actor = { kind: 'admin' as const, id: admin.id, via: `session:${admin.sessionId}`, address };
  const result = await putBackInQueue(formField(form, 'id'), actor);
  if (!result.ok) return { outcome: result.reason };
  revalidatePath('/admin/mail', 'layout');
  return { outcome: 'queued' };
}
