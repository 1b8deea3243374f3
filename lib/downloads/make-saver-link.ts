import { isUuid } from '../db/uuid';
import { outOfReach } from '../dropbox/dropbox-origins';
import { env } from '../env';
import { readStoreSettings } from '../settings/store-settings';
import { makeDropboxLink } from './make-dropbox-link';

/**
 * The address that Dropbox's Saver is told, made at the press of its button: it lives an hour, so a page left open all day
 * must not hold it from the start.
 */
export async function makeSaverLink(which: {
  customerId: string;
  apiResourceId: string;
  artifactId: string;
}): Promise<{ ok: true; url: string; fileName: string } | { ok: false; reason: 'not_entitled' | 'dropbox_off' }> {
  const { publicUrl } = env();
  if ((await readStoreSettings()).dropboxAppKey === '' || outOfReach(publicUrl))
    return { ok: false, reason: 'dropbox_off' };
  if (!isUuid(which.apiResourceId) || !isUuid(which.artifactId)) return { ok: false, reason: 'not_entitled' };
  const link = await makeDropboxLink(which);
  return link.ok ? { ok: true, url: publicUrl + link.path, fileName: link.fileName } : link;
}
