import type { Actor } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { setActivationLimit } from './set-activation-limit';

/** The largest limit that can be typed; whoever needs more needs no limit. */
export const MOST_PLACES = 1_000_000;

export type RaiseLimitResult =
  | { ok: true; activationLimit: number | null }
  /** not_higher: only a refund takes places away, and another admin may have raised it further meanwhile. */
  | {
      ok: false;
      reason: 'resource_not_found' | 'revoked' | 'limit_invalid' | 'limit_not_higher' | 'already_unlimited';
    };

/**
 * Gives one API Resource of an order more places (null = unlimited); never fewer. Activations that stood beyond the old
 * limit come back, oldest first. The row is locked before it is compared, so that of two admins the higher number stands.
 */
export async function raiseActivationLimit(change: {
  orderId: string;
  apiResourceId: string;
  activationLimit: number | null;
  actor: Actor;
}): Promise<RaiseLimitResult> {
  const { orderId, apiResourceId, activationLimit, actor } = change;
  if (!isUuid(apiResourceId) || !isUuid(orderId)) return { ok: false, reason: 'resource_not_found' };
  if (activationLimit !== null && !isLimit(activationLimit)) return { ok: false, reason: 'limit_invalid' };
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ activation_limit: number | null; revoked_at: Date | null }[]>`
      SELECT r.activation_limit, r.revoked_at FROM api_resource r JOIN order_item i ON i.id = r.order_item_id
      WHERE r.id = ${apiResourceId}::uuid AND i.order_id = ${orderId}::uuid FOR UPDATE OF r`;
    if (!row) return { ok: false, reason: 'resource_not_found' };
    if (row.revoked_at) return { ok: false, reason: 'revoked' };
    if (row.activation_limit === null) return { ok: false, reason: 'already_unlimited' };
    if (activationLimit !== null && activationLimit <= row.activation_limit) {
      return { ok: false, reason: 'limit_not_higher' };
    }
    await setActivationLimit(tx, { apiResourceId, activationLimit, actor });
    return { ok: true, activationLimit };
  });
}

function isLimit(limit: number): boolean {
  return Number.isInteger(limit) && limit >= 1 && limit <= MOST_PLACES;
}
