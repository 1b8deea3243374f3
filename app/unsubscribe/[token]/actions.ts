'use server';

import { redirect } from 'next/navigation';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { unsubscribe } from '@/lib/mailbox/unsubscribe';
import { formField } from '../../_shell/form-field';

/** Public: ends the mails that a mailed link is about; the page then says so, or that the link is unknown. */
export async function endTheseMails(form: FormData): Promise<void> {
  await requireOwnPage();
  const { address } = await requestFacts();
  const token = formField(form, 'token');
  await unsubscribe(token, address);
  redirect(`/unsubscribe/${encodeURIComponent(token)}`);
}
