'use server';

import { revalidatePath } from 'next/cache';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { MOST_ADDRESS, MOST_NAME, type ProfileFault, saveProfile } from '@/lib/customers/profile';
import { formField } from '../../_shell/form-field';
import { text } from '../../_texts/text';
import type { ProfileAnswer } from './profile-answer';

const HERE = '/account/profile';

/** Saves what the signed-in person says of themselves. */
export async function saveProfileAction(_before: ProfileAnswer, form: FormData): Promise<ProfileAnswer> {
  await requireOwnPage();
  const customer = await requireCustomer(HERE);
  const values = {
    name: typed(form, 'name'),
    company: typed(form, 'company'),
    vatId: typed(form, 'vatId'),
    invoiceAddress: typed(form, 'invoiceAddress'),
  };
  const actor = await sessionActor(customer);
  const result = await saveProfile(customer.id, values, { actor });
  if (result.ok) {
    revalidatePath(HERE);
    return { outcome: 'saved' };
  }
  if (result.reason === 'customer_not_found') throw new Error('A signed-in customer is gone');
  return { outcome: 'refused', values, errors: result.faults.map(toError) };
}

function toError({ field, problem }: ProfileFault) {
  const count = field === 'invoiceAddress' ? MOST_ADDRESS : MOST_NAME;
  return { fieldId: field, message: text(`invoices.error.${problem}`, { count }) };
}

function typed(form: FormData, name: string): string {
  // PostgreSQL text cannot hold NUL; what cannot be typed is left out instead of failing the page.
  return formField(form, name).replaceAll('\0', '').slice(0, 2_000);
}
