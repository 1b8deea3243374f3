'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { disconnectDropbox } from '@/lib/downloads/disconnect-dropbox';
import { askDropboxConsent } from '@/lib/downloads/dropbox-consent';
import { makeSaverLink } from '@/lib/downloads/make-saver-link';
import { saveToDropbox } from '@/lib/downloads/save-to-dropbox';
import { formField } from '../../_shell/form-field';

const PAGE = '/account/api-downloads';

/** Sends the signed-in customer to Dropbox, to agree or not. */
export async function connectDropbox(): Promise<void> {
  const { customer } = await whoAsks();
  const asked = await askDropboxConsent({ customerId: customer.id, sessionId: customer.sessionId });
  redirect(asked.ok ? asked.url : `${PAGE}?notice=dropbox_off`);
}

/** Forgets the Dropbox of the signed-in customer. */
export async function disconnectDropboxAction(): Promise<void> {
  const { customer, actor } = await whoAsks();
  const result = await disconnectDropbox(customer.id, actor);
  const said = !result.ok ? result.reason : result.isDropboxTold ? 'disconnected' : 'disconnected_here';
  redirect(`${PAGE}?notice=dropbox_${said}`);
}

/** Queues a file of the signed-in customer for their Dropbox. */
export async function saveFileToDropbox(form: FormData): Promise<void> {
  const { customer, actor } = await whoAsks();
  const which = { apiResourceId: formField(form, 'resource'), artifactId: formField(form, 'artifact') };
  const result = await saveToDropbox({ customerId: customer.id, ...which }, actor);
  if (result.ok) return revalidatePath(PAGE);
  redirect(`${PAGE}?notice=dropbox_${result.reason}`);
}

export type SaverFile = Awaited<ReturnType<typeof makeSaverLink>>;

/** The address for Dropbox's Saver, of a file of the signed-in customer. */
export async function askSaverLink(apiResourceId: string, artifactId: string): Promise<SaverFile> {
  const { customer } = await whoAsks();
  // The arguments come from whoever found the action's address.
  const which = { apiResourceId: String(apiResourceId), artifactId: String(artifactId) };
  return makeSaverLink({ customerId: customer.id, ...which });
}

async function whoAsks() {
  await requireOwnPage();
  const customer = await requireCustomer(PAGE);
  const actor = await sessionActor(customer);
  return { customer, actor };
}
