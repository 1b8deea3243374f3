import { db } from '../db/client';
import { openLicenseKey } from './write-license-key';

/** The customer's master API key in clear, for their own page and mail; undefined before the first purchase. */
export async function readMasterKey(customerId: string): Promise<{ key: string; disabled: boolean } | undefined> {
  const row = await db().licenseKey.findFirst({ where: { customerId, kind: 'master', replacedAt: null } });
  return row ? { key: await openLicenseKey(row), disabled: row.disabledAt !== null } : undefined;
}
