import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { readStoreSettings } from '../settings/store-settings';
import { readMasterKey } from './read-master-key';
import { openLicenseKey } from './write-license-key';

/** The customer's master API key, unless the store hides it at this moment: then it is not even opened. */
export async function readVisibleMasterKey(
  customerId: string,
): Promise<{ key: string; disabled: boolean } | undefined> {
  const { showMasterApiKey } = await readStoreSettings();
  return showMasterApiKey ? readMasterKey(customerId) : undefined;
}

/** One product order API key of this customer's live API Resources, unless the store hides these keys at this moment. */
export async function readVisibleProductOrderKey(which: {
  customerId: string;
  apiResourceId: string;
}): Promise<string | undefined> {
  const { customerId, apiResourceId } = which;
  const { showProductOrderApiKeys } = await readStoreSettings();
  if (!showProductOrderApiKeys || !isUuid(apiResourceId)) return undefined;
  const row = await db().licenseKey.findFirst({
    where: { apiResourceId, customerId, kind: 'product_order', replacedAt: null, resource: { revokedAt: null } },
  });
  return row ? openLicenseKey(row) : undefined;
}

/** One associated key of this customer's live API Resources, unless the store hides these keys at this moment. */
export async function readVisibleAssociatedKey(which: {
  customerId: string;
  licenseKeyId: string;
}): Promise<string | undefined> {
  const { customerId, licenseKeyId: id } = which;
  const { showAssociatedKeys } = await readStoreSettings();
  if (!showAssociatedKeys || !isUuid(id)) return undefined;
  const row = await db().licenseKey.findFirst({
    where: { id, customerId, kind: 'associated', replacedAt: null, resource: { revokedAt: null } },
  });
  return row ? openLicenseKey(row) : undefined;
}
