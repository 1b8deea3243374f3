import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';

export type PaymentGraceResult =
  /** graceUntil: null when the store grants no days. */
  { ok: true; graceUntil: Date | null } | { ok: false; reason: 'resource_not_found' | 'revoked' | 'lifetime' };

const DAY_MS = 86_400_000;

/**
 * A renewal payment failed: for `days` (the setting paymentGraceDays) after the end that was paid for, everything works as
 * before. Counted from that end and granted once for it, so further failed attempts do not lengthen it. `renewResource`
 * ends it.
 */
export async function grantPaymentGrace(
  tx: Tx,
  change: { apiResourceId: string; days: number; at: Date; actor: Actor },
): Promise<PaymentGraceResult> {
  const { apiResourceId, days, at, actor } = change;
  const [before] = await tx.$queryRaw<{ expires_at: Date | null; grace_until: Date | null; revoked_at: Date | null }[]>`
    SELECT expires_at, grace_until, revoked_at FROM api_resource WHERE id = ${apiResourceId}::uuid FOR UPDATE`;
  if (!before) return { ok: false, reason: 'resource_not_found' };
  if (before.revoked_at) return { ok: false, reason: 'revoked' };
  if (!before.expires_at) return { ok: false, reason: 'lifetime' };
  if (before.grace_until && before.grace_until > before.expires_at) return { ok: true, graceUntil: before.grace_until };
  if (days <= 0) return { ok: true, graceUntil: null };
  const graceUntil = new Date(before.expires_at.getTime() + days * DAY_MS);
  await tx.apiResource.update({ where: { id: apiResourceId }, data: { graceUntil } });
  await recordAudit(tx, {
    actor,
    action: 'api_resource.grant_grace',
    objectKind: 'api_resource',
    objectId: apiResourceId,
    before: { graceUntil: before.grace_until?.toISOString() ?? null },
    after: { expiresAt: before.expires_at.toISOString(), graceUntil: graceUntil.toISOString() },
    at,
  });
  return { ok: true, graceUntil };
}
