import { type AppKeyCheck, checkAppKey } from '../dropbox/check-app-key';
import { type OutOfReach, outOfReach } from '../dropbox/dropbox-origins';
import { env } from '../env';
import { settingFields } from '../settings/setting-fields';
import { dropboxReturnUrl } from './dropbox-consent';

export type DropboxKeyAnswer =
  | { checked: false; reason: 'no_key' | 'key_malformed' }
  | { checked: true; check: AppKeyCheck; outOfReach: OutOfReach | undefined };

/** What can be found out about an app key before anybody uses it: whether Dropbox knows it, and could reach this store. */
export async function checkDropboxKey(given: string): Promise<DropboxKeyAnswer> {
  const parsed = settingFields.dropboxAppKey.safeParse(given);
  if (!parsed.success) return { checked: false, reason: 'key_malformed' };
  if (parsed.data === '') return { checked: false, reason: 'no_key' };
  const check = await checkAppKey(parsed.data, dropboxReturnUrl());
  return { checked: true, check, outOfReach: outOfReach(env().publicUrl) };
}

/** What the owner enters at Dropbox for this store. */
export function dropboxSetup(): { returnUrl: string; domain: string } {
  return { returnUrl: dropboxReturnUrl(), domain: new URL(env().publicUrl).hostname };
}
