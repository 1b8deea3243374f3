import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { enqueue } from '../jobs/enqueue';
import { auditRelease } from './audit-release';
import { lockRelease } from './lock-release';

export type PublishDraftResult =
  | { ok: true; isChanged: boolean }
  | {
      ok: false;
      reason:
        | 'release_not_found'
        /** It has no file, and its product is one that delivers files. */
        | 'no_file'
        /** Some file's size and hash were never found by the store itself. */
        | 'file_not_verified';
    };

/**
 * Publishes a draft: from the commit on it is what customers download and client software is offered, if it is the newest
 * they are entitled to. A published one stays as it is. A file that is being taken away at this instant is either still
 * there, and stays, or gone before this looks.
 */
export async function publishDraft(wish: { releaseId: string; actor: Actor; at?: Date }): Promise<PublishDraftResult> {
  const { releaseId, actor, at = now() } = wish;
  return inTransaction(async (tx) => {
    const before = await lockRelease(tx, releaseId);
    if (!before) return { ok: false, reason: 'release_not_found' };
    if (before.publishedAt) return { ok: true, isChanged: false };
    const { deliversFiles } = await tx.product.findUniqueOrThrow({
      where: { id: before.productId },
      select: { deliversFiles: true },
    });
    if (deliversFiles && before.artifacts.length === 0) return { ok: false, reason: 'no_file' };
    if (before.artifacts.some((file) => file.verifiedAt === null)) return { ok: false, reason: 'file_not_verified' };
    const after = await tx.release.update({ where: { id: releaseId }, data: { publishedAt: at } });
    await auditRelease(tx, { actor, action: 'release.publish', before, after, at });
    // Told once (lib/mailbox/tell-holders.ts); one that was withdrawn before that may be told of when it comes again.
    const dedupeKey = `release_news|${releaseId}|${at.getTime()}`;
    if (!after.toldAt) await enqueue(tx, { kind: 'release_news', payload: { releaseId }, dedupeKey });
    return { ok: true, isChanged: true };
  });
}
