import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { auditRelease } from './audit-release';
import { columnsOf, problemsOf, type ReleaseText, type ReleaseTextProblem } from './release-text';

export type CreateReleaseResult =
  | { ok: true; release: { id: string; version: string } }
  | { ok: false; reason: 'product_not_found' }
  /** `releaseId` is the one that is there. */
  | { ok: false; reason: 'version_exists'; releaseId: string }
  | { ok: false; reason: 'text_refused'; problems: ReleaseTextProblem[] };

/**
 * Begins a version of a product as a draft, without files: nobody is offered it until it is published. Of two admins who
 * begin the same version at once, one does and the other hears that it exists.
 */
export async function createRelease(wish: {
  productId: string;
  text: ReleaseText;
  actor: Actor;
  at?: Date;
}): Promise<CreateReleaseResult> {
  const { productId, text, actor, at = now() } = wish;
  const problems = problemsOf(text, at);
  const { releasedAt } = text;
  if (problems.length > 0 || !releasedAt) return { ok: false, reason: 'text_refused', problems };
  if (!isUuid(productId)) return { ok: false, reason: 'product_not_found' };
  const columns = columnsOf({ ...text, releasedAt });
  return inTransaction(async (tx) => {
    if ((await tx.product.count({ where: { id: productId } })) === 0) return { ok: false, reason: 'product_not_found' };
    // The unique (product, version) decides who was first.
    const [made] = await tx.release.createManyAndReturn({
      data: [{ productId, ...columns, createdAt: at }],
      skipDuplicates: true,
    });
    if (!made) {
      const there = await tx.release.findUniqueOrThrow({
        where: { productId_version: { productId, version: columns.version } },
        select: { id: true },
      });
      return { ok: false, reason: 'version_exists', releaseId: there.id };
    }
    await auditRelease(tx, { actor, action: 'release.create', after: made, at });
    return { ok: true, release: { id: made.id, version: made.version } };
  });
}
