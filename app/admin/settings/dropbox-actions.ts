'use server';

import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { checkDropboxKey, type DropboxKeyAnswer } from '@/lib/downloads/check-dropbox-key';

/** Asks Dropbox about an app key as it stands in the field, saved or not. Changes nothing. */
export async function testDropboxKey(appKey: string): Promise<DropboxKeyAnswer> {
  await requireAdminChange('/admin/settings');
  // The argument comes from whoever found the action's address.
  return checkDropboxKey(String(appKey));
}
