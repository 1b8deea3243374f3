import { dropboxOrigins } from '../dropbox/dropbox-origins';
import { recentStoreSettings } from '../settings/recent-store-settings';

/** The one page that may load something from Dropbox. */
const DOWNLOADS_PAGE = '/account/api-downloads';

/** Dropbox's address, for the policy of the one page that needs it, and only when the store has an app key. */
export async function dropboxOnPage(path: string): Promise<string | undefined> {
  if (path !== DOWNLOADS_PAGE) return undefined;
  const { dropboxAppKey } = await recentStoreSettings();
  return dropboxAppKey === '' ? undefined : dropboxOrigins().web;
}
