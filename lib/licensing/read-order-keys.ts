import { db } from '../db/client';
import { openLicenseKey } from './write-license-key';

/** The associated keys of an order's live items, in clear, by order item id; an item may have several. */
export async function readOrderAssociatedKeys(orderId: string): Promise<Map<string, string[]>> {
  const rows = await db().licenseKey.findMany({
    where: { kind: 'associated', replacedAt: null, resource: { revokedAt: null, orderItem: { orderId } } },
    include: { resource: { select: { orderItemId: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const keys = new Map<string, string[]>();
  for (const row of rows) {
    const itemId = row.resource?.orderItemId;
    if (itemId) keys.set(itemId, [...(keys.get(itemId) ?? []), await openLicenseKey(row)]);
  }
  return keys;
}

/** The product order API keys of an order's live items, in clear, by order item id: for its buyer's pages and mail. */
export async function readOrderKeys(orderId: string): Promise<Map<string, string>> {
  const rows = await db().licenseKey.findMany({
    where: { kind: 'product_order', replacedAt: null, resource: { revokedAt: null, orderItem: { orderId } } },
    include: { resource: { select: { orderItemId: true } } },
  });
  const keys = new Map<string, string>();
  for (const row of rows) {
    if (row.resource?.orderItemId) keys.set(row.resource.orderItemId, await openLicenseKey(row));
  }
  return keys;
}
