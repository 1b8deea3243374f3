'use server';

import { redirect } from 'next/navigation';
import { continueBrowserSession } from '@/lib/auth/browser-session';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { sessionActor } from '@/lib/auth/session-actor';
import { addPasskey } from '@/lib/customers/add-passkey';
import { passkeyToMake } from '@/lib/customers/passkey';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { factorRefusal } from '../../../_factors/factor-refusal';
import type { FormAnswer } from '../../../_people/form-answer';
import { formField } from '../../../_shell/form-field';
import { text } from '../../../_texts/text';
import { pathAfterAdding } from '../path-after-adding';

const HERE = '/account/credentials/passkey';

/** What the browser needs to make a passkey for the signed-in person. */
export async function passkeyToAdd(): Promise<string | undefined> {
  await requireOwnPage();
  const customer = await requireStepUp(HERE);
  const { storeName } = await readStoreSettings();
  return passkeyToMake({ customer, sessionId: customer.sessionId, storeName });
}

/** Adds the passkey that the browser has made. */
export async function addPasskeyAction(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  await requireOwnPage();
  const customer = await requireStepUp(HERE);
  const { id, sessionId } = customer;
  const actor = await sessionActor(customer);
  const name = formField(form, 'name').trim() || text('factors.passkeyName');
  const result = await addPasskey({ customer, sessionId, name, response: formField(form, 'response'), actor });
  if (!result.ok) return factorRefusal(result);
  if (result.sessionId !== sessionId) await continueBrowserSession(result.sessionId);
  redirect(await pathAfterAdding(id));
}
