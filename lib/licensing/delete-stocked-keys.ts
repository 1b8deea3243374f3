import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';

/**
 * Takes keys out of a product's stock for good: one, or all that are there. Keys that somebody has are never touched, also
 * when a purchase takes one at the same moment. Says how many went.
 */
export async function deleteStockedKeys(which: {
  productId: string;
  licenseKeyId?: string;
  actor: Actor;
}): Promise<{ deleted: number }> {
  const { productId, licenseKeyId, actor } = which;
  if (!isUuid(productId) || (licenseKeyId !== undefined && !isUuid(licenseKeyId))) return { deleted: 0 };
  return inTransaction(async (tx) => {
    const { count } = await tx.licenseKey.deleteMany({
      where: {
        kind: 'associated',
        productId,
        customerId: null,
        ...(licenseKeyId === undefined ? {} : { id: licenseKeyId }),
      },
    });
    if (count > 0) {
      await recordAudit(tx, {
        actor,
        action: 'associated_api_key.delete',
        objectKind: 'product',
        objectId: productId,
        before: { keys: count, ...(licenseKeyId === undefined ? {} : { licenseKeyId }) },
      });
    }
    return { deleted: count };
  });
}
