import { createHash } from 'node:crypto';
import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { auditRelease } from './audit-release';
import { type LockedRelease, lockRelease } from './lock-release';
import { columnsOf, problemsOf, type ReleaseText, type ReleaseTextProblem } from './release-text';

export type EditReleaseResult =
  | { ok: true; isChanged: boolean }
  | {
      ok: false;
      reason:
        | 'release_not_found'
        | 'version_exists'
        /** Published under its number, and installed under it somewhere: only a draft can be renumbered. */
        | 'version_published'
        /** Somebody else saved since this form was opened. */
        | 'changed_meanwhile';
    }
  | { ok: false; reason: 'text_refused'; problems: ReleaseTextProblem[] };

/**
 * Changes what is said about a version, published or not. `fingerprint` is `releaseFingerprint` of what the form showed: a
 * save over somebody else's is refused. The same text again changes nothing.
 */
export async function editRelease(wish: {
  releaseId: string;
  text: ReleaseText;
  fingerprint: string;
  actor: Actor;
  at?: Date;
}): Promise<EditReleaseResult> {
  const { releaseId, text, fingerprint, actor, at = now() } = wish;
  const problems = problemsOf(text, at);
  const { releasedAt } = text;
  if (problems.length > 0 || !releasedAt) return { ok: false, reason: 'text_refused', problems };
  const columns = columnsOf({ ...text, releasedAt });
  return inTransaction(async (tx) => {
    const before = await lockRelease(tx, releaseId);
    if (!before) return { ok: false, reason: 'release_not_found' };
    if (releaseFingerprint(columns) === releaseFingerprint(before)) return { ok: true, isChanged: false };
    const reason = await refusalOf(tx, before, { version: columns.version, fingerprint });
    if (reason) return { ok: false, reason };
    const after = await tx.release.update({ where: { id: releaseId }, data: columns });
    await auditRelease(tx, { actor, action: 'release.edit', before, after, at });
    return { ok: true, isChanged: true };
  });
}

type Shown = Omit<ReturnType<typeof columnsOf>, 'releasedAt'> & { releasedAt: Date };

/** Stands for what a release says, so that a form can tell whether it still says so. */
export function releaseFingerprint(text: Shown): string {
  const facts = [
    text.version,
    text.channel,
    text.releasedAt.toISOString(),
    text.changelogMd,
    text.upgradeNotice,
    text.requiresVersion,
    text.testedVersion,
    text.requiresPhp,
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 22);
}

async function refusalOf(
  tx: Tx,
  before: LockedRelease,
  wanted: { version: string; fingerprint: string },
): Promise<'changed_meanwhile' | 'version_published' | 'version_exists' | undefined> {
  if (wanted.fingerprint !== releaseFingerprint(before)) return 'changed_meanwhile';
  if (wanted.version === before.version) return undefined;
  if (before.publishedAt) return 'version_published';
  return (await isFree(tx, before.productId, wanted.version)) ? undefined : 'version_exists';
}

// The lock on the product waits for every insert of a release of it that is under way, and holds further ones back until
// this transaction ends, so that "free" stays true.
async function isFree(tx: Tx, productId: string, version: string): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM product WHERE id = ${productId}::uuid FOR UPDATE`;
  return (await tx.release.count({ where: { productId, version } })) === 0;
}
