'use server';

import { redirect } from 'next/navigation';
import { endBrowserSession } from '@/lib/auth/browser-session';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { sessionActor } from '@/lib/auth/session-actor';
import { closePaymentPages } from '@/lib/orders/close-payment-pages';
import { deleteAccount } from '@/lib/personal-data/delete-account';
import type { FormAnswer } from '../../_people/form-answer';
import { formField } from '../../_shell/form-field';
import { text } from '../../_texts/text';

const HERE = '/account/data';

/** Deletes the signed-in person's account for good. Asks for a fresh proof of who is there. */
export async function deleteAccountAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  const customer = await requireStepUp(HERE);
  const actor = await sessionActor(customer);
  const typedAddress = formField(form, 'address');
  const shownLicences = Number(formField(form, 'licences'));
  const result = await deleteAccount({ customer, typedAddress, shownLicences, actor });
  if (!result.ok && result.reason === 'address_differs') {
    const message = text('personalData.error.address_differs', { email: customer.email });
    return { errors: [{ fieldId: 'address', message }], values: { address: typedAddress } };
  }
  if (!result.ok) redirect(`${HERE}?notice=${result.reason}`);
  await endBrowserSession();
  redirect('/account-deleted');
}

/** Closes the payment pages that the signed-in person opened and has not paid on. */
export async function closePaymentPagesAction(): Promise<void> {
  await requireOwnPage();
  const customer = await requireCustomer(HERE);
  const result = await closePaymentPages({ customerId: customer.id });
  redirect(`${HERE}?notice=${result.ok ? 'pages_closed' : result.reason}`);
}
