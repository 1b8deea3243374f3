'use server';

import { redirect } from 'next/navigation';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { deleteActivation } from '@/lib/licensing/delete-activation';
import {
  readVisibleAssociatedKey,
  readVisibleMasterKey,
  readVisibleProductOrderKey,
} from '@/lib/licensing/read-visible-key';
import { formField, formFields } from '../../_shell/form-field';
import { afterDeletion } from './activations-path';

/** Removes one activation of the signed-in customer and gives its place back. */
export async function deleteActivationAction(form: FormData): Promise<void> {
  await requireOwnPage();
  const customer = await requireCustomer('/account/api-keys');
  const { address } = await requestFacts();
  const actor = { kind: customer.role, id: customer.id, via: `session:${customer.sessionId}`, address } as const;
  const result = await deleteActivation({
    customerId: customer.id,
    activationId: formField(form, 'activation'),
    actor,
  });
  const notice = result.ok ? 'activation_deleted' : result.reason;
  redirect(afterDeletion(formFields(form, 'search')[0], notice));
}

/** The master key at the moment of the press, so that a key hidden meanwhile is neither shown nor copied. */
export async function revealMasterKey(): Promise<string | undefined> {
  await requireOwnPage();
  const customer = await requireCustomer('/account/api-keys');
  return (await readVisibleMasterKey(customer.id))?.key;
}

/** A product order key at the moment of the press, by the same rule. */
export async function revealProductOrderKey(apiResourceId: string): Promise<string | undefined> {
  await requireOwnPage();
  const customer = await requireCustomer('/account/api-keys');
  return readVisibleProductOrderKey({ customerId: customer.id, apiResourceId: String(apiResourceId) });
}

/** An associated key at the moment of the press, by the same rule. */
export async function revealAssociatedKey(licenseKeyId: string): Promise<string | undefined> {
  await requireOwnPage();
  const customer = await requireCustomer('/account/api-keys');
  return readVisibleAssociatedKey({ customerId: customer.id, licenseKeyId: String(licenseKeyId) });
}
