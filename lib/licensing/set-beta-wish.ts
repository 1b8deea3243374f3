import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';

export type SetBetaWishResult = { ok: true; isChanged: boolean } | { ok: false; reason: 'resource_not_found' };

/**
 * A customer's own wish for one of their rights: also be offered versions of the beta channel, in update answers and in My
 * Account. Ending it takes nothing away that is installed; from then on the newest stable version is offered. Somebody
 * else's right is "not found".
 */
export async function setBetaWish(wish: {
  customerId: string;
  apiResourceId: string;
  wantsBeta: boolean;
  actor: Actor;
}): Promise<SetBetaWishResult> {
  const { customerId, apiResourceId, wantsBeta, actor } = wish;
  if (!isUuid(apiResourceId)) return { ok: false, reason: 'resource_not_found' };
  return inTransaction(async (tx) => {
    // One conditional write, so that of two presses at once only one is a change.
    const { count } = await tx.apiResource.updateMany({
      where: { id: apiResourceId, customerId, wantsBeta: !wantsBeta },
      data: { wantsBeta },
    });
    if (count === 0) {
      const known = await tx.apiResource.count({ where: { id: apiResourceId, customerId } });
      return known === 0 ? { ok: false, reason: 'resource_not_found' } : { ok: true, isChanged: false };
    }
    await recordAudit(tx, {
      actor,
      action: 'api_resource.set_beta_wish',
      objectKind: 'api_resource',
      objectId: apiResourceId,
      before: { wantsBeta: !wantsBeta },
      after: { wantsBeta },
    });
    return { ok: true, isChanged: true };
  });
}
