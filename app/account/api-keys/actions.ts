'use server';

import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import {
  readVisibleAssociatedKey,
  readVisibleMasterKey,
  readVisibleProductOrderKey,
} from '@/lib/licensing/read-visible-key';

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
