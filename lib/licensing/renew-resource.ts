import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';

export type RenewResult =
  | { ok: true; isChanged: boolean }
  /** revoked: its money went back; only restoreResources opens it again. not_later: a renewal never takes time away. */
  | { ok: false; reason: 'resource_not_found' | 'revoked' | 'not_later' };

/**
 * A renewal was paid: the same right lives until `expiresAt` (null = lifetime), with its keys and activations as they
 * were, and a payment grace is over. A suspension stays: what caused it is not settled by a payment. The same end again
 * changes nothing, grace included: it is an old payment told twice, and the one that failed since is still owed. An update
 * right of its own is extended by the days that were bought with it.
 */
export async function renewResource(
  tx: Tx,
  change: { apiResourceId: string; expiresAt: Date | null; at: Date; actor: Actor },
): Promise<RenewResult> {
  const { apiResourceId, expiresAt, at, actor } = change;
  const [before] = await tx.$queryRaw<Terms[]>`
    SELECT r.expires_at, r.grace_until, r.revoked_at, r.updates_until, i.update_days
    FROM api_resource r LEFT JOIN order_item i ON i.id = r.order_item_id
    WHERE r.id = ${apiResourceId}::uuid FOR UPDATE OF r`;
  if (!before) return { ok: false, reason: 'resource_not_found' };
  if (before.revoked_at) return { ok: false, reason: 'revoked' };
  if (isEarlier(expiresAt, before.expires_at)) return { ok: false, reason: 'not_later' };
  if (expiresAt?.getTime() === before.expires_at?.getTime()) return { ok: true, isChanged: false };
  const updatesUntil = updatesAfterRenewal(before, at);
  await tx.apiResource.update({ where: { id: apiResourceId }, data: { expiresAt, graceUntil: null, updatesUntil } });
  await recordAudit(tx, {
    actor,
    action: 'api_resource.renew',
    objectKind: 'api_resource',
    objectId: apiResourceId,
    before: {
      expiresAt: before.expires_at?.toISOString() ?? null,
      graceUntil: before.grace_until?.toISOString() ?? null,
      updatesUntil: before.updates_until?.toISOString() ?? null,
    },
    after: {
      expiresAt: expiresAt?.toISOString() ?? null,
      graceUntil: null,
      updatesUntil: updatesUntil?.toISOString() ?? null,
    },
    at,
  });
  return { ok: true, isChanged: true };
}

type Terms = {
  expires_at: Date | null;
  grace_until: Date | null;
  revoked_at: Date | null;
  updates_until: Date | null;
  update_days: number | null;
};

function updatesAfterRenewal({ updates_until, update_days }: Terms, at: Date): Date | null {
  if (updates_until === null || update_days === null) return updates_until;
  return endAfterRenewal(updates_until, update_days, at);
}

const DAY_MS = 86_400_000;

/** The end after one more term: time that is left is carried over, time that has passed is not charged again. */
export function endAfterRenewal(expiresAt: Date, termDays: number, at: Date): Date {
  const from = Math.max(expiresAt.getTime(), at.getTime());
  return new Date(from + termDays * DAY_MS);
}

function isEarlier(end: Date | null, than: Date | null): boolean {
  return end !== null && (than === null || end < than);
}
