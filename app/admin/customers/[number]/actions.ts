'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { disableCustomer, enableCustomer } from '@/lib/customers/change-standing';
import { mailSignInLink } from '@/lib/customers/mail-sign-in-link';
import { disableMasterKey, enableMasterKey } from '@/lib/licensing/disable-master-key';
import { replaceMasterKey } from '@/lib/licensing/replace-master-key';
import { formField } from '../../../_shell/form-field';
import type { CustomerNotice } from './customer-notices';
import { customerPath } from './customer-path';

/** Closes the account: signed out everywhere, every key stopped. */
export async function disableAccount(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/customers');
  const result = await disableCustomer({ customerId: formField(form, 'customer'), actor });
  back(form, result.ok ? 'account_disabled' : result.reason);
}

/** Opens it again. */
export async function enableAccount(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/customers');
  const result = await enableCustomer({ customerId: formField(form, 'customer'), actor });
  back(form, result.ok ? 'account_enabled' : result.reason);
}

/** Has a one-use link mailed to the customer's own address. */
export async function mailLink(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/customers');
  const result = await mailSignInLink({ customerId: formField(form, 'customer'), actor });
  back(form, result.ok ? 'link_mailed' : result.reason);
}

/** Switches the master key off. */
export async function disableKey(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/customers');
  const result = await disableMasterKey({ ...keyOf(form), actor });
  back(form, result.ok ? 'key_disabled' : result.reason);
}

/** Switches it on again. */
export async function enableKey(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/customers');
  const result = await enableMasterKey({ ...keyOf(form), actor });
  back(form, result.ok ? 'key_enabled' : result.reason);
}

/** Gives the customer another master key; the old one dies. Asks for a fresh proof of who is there. */
export async function replaceKey(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/customers');
  await requireStepUp(`${customerPath(formField(form, 'number'))}/replace-key`);
  const activations = formField(form, 'activations') === 'end' ? 'end' : 'keep';
  const result = await replaceMasterKey({ ...keyOf(form), activations, actor });
  back(form, result.ok ? 'master_key_replaced' : result.reason);
}

function keyOf(form: FormData): { customerId: string; keyId: string } {
  return { customerId: formField(form, 'customer'), keyId: formField(form, 'key') };
}

function back(form: FormData, notice: CustomerNotice): never {
  redirect(`${customerPath(formField(form, 'number'))}?notice=${notice}`);
}
