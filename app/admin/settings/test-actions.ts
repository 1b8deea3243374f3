'use server';

import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { type TryConnectionResult, tryConnection } from '@/lib/customers/try-connection';
import { checkDropboxKey, type DropboxKeyAnswer } from '@/lib/downloads/check-dropbox-key';
import { type SendTestMailResult, sendTestMail } from '@/lib/mailbox/send-test-mail';
import { type CheckPaymentsResult, checkPayments } from '@/lib/orders/check-payments';

/** Sends a mail to the admin's own address, nowhere else. */
export async function testMail(): Promise<TryConnectionResult<SendTestMailResult>> {
  const { actor, admin } = await requireAdminChange('/admin/settings');
  return tryConnection({ name: 'smtp', actor, run: () => sendTestMail(admin.email), works: ({ ok }) => ok });
}

/** Asks Stripe whose key it is. Changes nothing. */
export async function testPayments(): Promise<TryConnectionResult<CheckPaymentsResult>> {
  const { actor } = await requireAdminChange('/admin/settings');
  const works = (answer: CheckPaymentsResult) => answer.mode === 'demo' || answer.account.ok;
  return tryConnection({ name: 'stripe', actor, run: checkPayments, works });
}

/** Asks Dropbox about an app key as it stands in the field, saved or not. Changes nothing. */
export async function testDropboxKey(appKey: string): Promise<TryConnectionResult<DropboxKeyAnswer>> {
  const { actor } = await requireAdminChange('/admin/settings');
  // The argument comes from whoever found the action's address.
  const run = () => checkDropboxKey(String(appKey));
  const works = (answer: DropboxKeyAnswer) => answer.checked && answer.check.outcome === 'known';
  return tryConnection({ name: 'dropbox', actor, run, works });
}
