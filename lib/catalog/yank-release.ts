import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { auditRelease } from './audit-release';
import { lockRelease } from './lock-release';

export type YankReleaseResult =
  | { ok: true; isChanged: boolean }
  | { ok: false; reason: 'release_not_found' | 'not_published' | 'reason_missing' | 'reason_too_long' };

/** Letters in the reason of a withdrawal. */
export const LONGEST_REASON = 500;

/**
 * Withdraws a published version with a reason for the record, because it does harm: from the commit on nobody is offered it,
 * links that are out already are refused, and the newest of the others takes its place. It stays on the list as withdrawn,
 * so that its number is not used again by accident. Withdrawing it again keeps the first reason.
 */
export async function yankRelease(wish: {
  releaseId: string;
  reason: string;
  actor: Actor;
  at?: Date;
}): Promise<YankReleaseResult> {
  const { releaseId, actor, at = now() } = wish;
  const yankReason = wish.reason.replaceAll('\0', '').trim();
  if (yankReason === '') return { ok: false, reason: 'reason_missing' };
  if (yankReason.length > LONGEST_REASON) return { ok: false, reason: 'reason_too_long' };
  return inTransaction(async (tx) => {
    const before = await lockRelease(tx, releaseId);
    if (!before) return { ok: false, reason: 'release_not_found' };
    if (!before.publishedAt) return { ok: false, reason: 'not_published' };
    if (before.yankedAt) return { ok: true, isChanged: false };
    const after = await tx.release.update({ where: { id: releaseId }, data: { yankedAt: at, yankReason } });
    await auditRelease(tx, { actor, action: 'release.yank', before, after, at });
    return { ok: true, isChanged: true };
  });
}
