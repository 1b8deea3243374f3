import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { openLicenseKey, sealLicenseKey } from './write-license-key';

/** handed_out: the resource has a key of the stock. stock_empty: there are none left. no_stock: the product never had any. */
export type HandOutResult = { kind: 'handed_out'; licenseKeyId: string } | { kind: 'stock_empty' | 'no_stock' };

/**
 * Gives a new API Resource the oldest key in its product's stock, in the caller's transaction. Purchases at the same moment
 * skip each other's key instead of waiting. An empty stock is no refusal: the order goes on, and the audit says so.
 */
export async function handOutAssociatedKey(
  tx: Tx,
  to: { apiResourceId: string; customerId: string; productId: string; recordedAt?: Date; actor: Actor },
): Promise<HandOutResult> {
  const { apiResourceId, customerId, productId, recordedAt, actor } = to;
  const [key] = await tx.$queryRaw<{ id: string; sealed: Uint8Array }[]>`
    SELECT id, sealed FROM license_key
    WHERE kind = 'associated' AND product_id = ${productId}::uuid AND customer_id IS NULL
    ORDER BY created_at, stock_position LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!key) return noteEmptyStock(tx, to);
  const text = await openLicenseKey({ ...key, customerId: null });
  const sealed = await sealLicenseKey(text, { id: key.id, customerId }, tx);
  await tx.licenseKey.update({ where: { id: key.id }, data: { customerId, apiResourceId, sealed } });
  await recordAudit(tx, {
    ...(recordedAt ? { at: recordedAt } : {}),
    actor,
    action: 'associated_api_key.hand_out',
    objectKind: 'license_key',
    objectId: key.id,
    after: { apiResourceId, productId },
  });
  return { kind: 'handed_out', licenseKeyId: key.id };
}

// Only for a product that keeps a stock; most never do, and their orders need no such row.
async function noteEmptyStock(
  tx: Tx,
  to: { apiResourceId: string; productId: string; recordedAt?: Date; actor: Actor },
): Promise<HandOutResult> {
  const { apiResourceId, productId, recordedAt, actor } = to;
  const [stocked] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM license_key WHERE kind = 'associated' AND product_id = ${productId}::uuid AND stock_position IS NOT NULL
    LIMIT 1`;
  if (!stocked) return { kind: 'no_stock' };
  await recordAudit(tx, {
    ...(recordedAt ? { at: recordedAt } : {}),
    actor,
    action: 'associated_api_key.stock_empty',
    objectKind: 'product',
    objectId: productId,
    after: { apiResourceId },
  });
  return { kind: 'stock_empty' };
}
