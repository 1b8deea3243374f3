import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { auditRelease } from './audit-release';
import { lockRelease } from './lock-release';

export type RestoreReleaseResult = { ok: true; isChanged: boolean } | { ok: false; reason: 'release_not_found' };

/** Undoes a withdrawal: the version is offered again as it was. The reason stays in the audit. */
export async function restoreRelease(wish: {
  releaseId: string;
  actor: Actor;
  at?: Date;
}): Promise<RestoreReleaseResult> {
  const { releaseId, actor, at = now() } = wish;
  return inTransaction(async (tx) => {
    const before = await lockRelease(tx, releaseId);
    if (!before) return { ok: false, reason: 'release_not_found' };
    if (!before.yankedAt) return { ok: true, isChanged: false };
    const after = await tx.release.update({ where: { id: releaseId }, data: { yankedAt: null, yankReason: null } });
    await auditRelease(tx, { actor, action: 'release.restore', before, after, at });
    return { ok: true, isChanged: true };
  });
}
