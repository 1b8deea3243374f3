import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { changeGrants } from './grants/change-grants';
import { newEditCause } from './grants/grant-fact';

export type ExtendExpiryResult =
  | { ok: true; expiresAt: Date | null }
  | {
      ok: false;
      reason:
        | 'resource_not_found'
        /** Its money went back: only the payment coming back opens it again. */
        | 'revoked'
        /** It lives as long as it is paid for; a date would be overwritten by the next renewal. */
        | 'subscription'
        | 'already_lifetime'
        | 'date_not_later'
        /** Later than the old end, yet over: nothing would work again. */
        | 'date_passed';
    };

/**
 * Lets one API Resource of an order live longer (null = for good); never shorter. Its keys and activations stay as they
 * were, and a right that had expired works again. A payment grace is over: the new end says all.
 */
export async function extendExpiry(change: {
  orderId: string;
  apiResourceId: string;
  expiresAt: Date | null;
  actor: Actor;
  at?: Date;
}): Promise<ExtendExpiryResult> {
  const { orderId, apiResourceId, expiresAt, actor, at = now() } = change;
  if (!isUuid(apiResourceId) || !isUuid(orderId)) return { ok: false, reason: 'resource_not_found' };
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<Term[]>`
      SELECT r.expires_at, r.revoked_at,
        EXISTS (SELECT 1 FROM subscription_item s WHERE s.order_item_id = i.id OR s.id = r.subscription_item_id) AS recurs
      FROM api_resource r JOIN order_item i ON i.id = r.order_item_id
      WHERE r.id = ${apiResourceId}::uuid AND i.order_id = ${orderId}::uuid FOR UPDATE OF r`;
    const reason = row ? refusalOf(row, expiresAt, at) : 'resource_not_found';
    if (!row || reason) return { ok: false, reason: reason ?? 'resource_not_found' };
    const edit = { cause: newEditCause(), happenedAt: at };
    await changeGrants(tx, {
      apiResourceId,
      facts: () => [{ ...edit, fact: { kind: 'term_edit', endsAt: expiresAt, rule: 'not_before' } }],
      at,
      actor,
      auditAs: { term: 'extend' },
    });
    return { ok: true, expiresAt };
  });
}

type Term = { expires_at: Date | null; revoked_at: Date | null; recurs: boolean };

function refusalOf(row: Term, expiresAt: Date | null, at: Date) {
  if (row.revoked_at) return 'revoked';
  if (row.recurs) return 'subscription';
  if (row.expires_at === null) return 'already_lifetime';
  if (expiresAt === null) return undefined;
  if (Number.isNaN(expiresAt.getTime()) || expiresAt <= row.expires_at) return 'date_not_later';
  return expiresAt <= at ? 'date_passed' : undefined;
}
