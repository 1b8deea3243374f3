import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { auditRelease } from './audit-release';
import { lockRelease } from './lock-release';

export type UnpublishReleaseResult =
  | { ok: true; isChanged: boolean }
  /** withdrawn: its withdrawal is on record with a reason; undo that first. */
  | { ok: false; reason: 'release_not_found' | 'withdrawn' };

/**
 * Makes a published version a draft again, for one that went out too early. It is offered to nobody from the commit on;
 * links to its files that are out already are refused. What was installed stays installed.
 */
export async function unpublishRelease(wish: {
  releaseId: string;
  actor: Actor;
  at?: Date;
}): Promise<UnpublishReleaseResult> {
  const { releaseId, actor, at = now() } = wish;
  return inTransaction(async (tx) => {
    const before = await lockRelease(tx, releaseId);
    if (!before) return { ok: false, reason: 'release_not_found' };
    if (before.yankedAt) return { ok: false, reason: 'withdrawn' };
    if (!before.publishedAt) return { ok: true, isChanged: false };
    const after = await tx.release.update({ where: { id: releaseId }, data: { publishedAt: null } });
    await auditRelease(tx, { actor, action: 'release.unpublish', before, after, at });
    return { ok: true, isChanged: true };
  });
}
