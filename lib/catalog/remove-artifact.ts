import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { lockRelease } from './lock-release';

export type RemoveArtifactResult =
  | { ok: true; isChanged: boolean }
  | {
      ok: false;
      reason:
        | 'release_not_found'
        /** Its release is published or withdrawn: customers were told of this file. */
        | 'release_published';
    };

/**
 * Takes a file off a draft. The bytes stay where they are: equal files are shared, and what no release names is found by the
 * store's own check. A file that is gone already is no change. A published release never loses a file, whatever happens at
 * the same instant; the database refuses it as well.
 */
export async function removeArtifact(wish: {
  releaseId: string;
  artifactId: string;
  actor: Actor;
  at?: Date;
}): Promise<RemoveArtifactResult> {
  const { releaseId, artifactId, actor, at = now() } = wish;
  if (!isUuid(artifactId)) return { ok: true, isChanged: false };
  return inTransaction(async (tx) => {
    const release = await lockRelease(tx, releaseId);
    if (!release) return { ok: false, reason: 'release_not_found' };
    const file = release.artifacts.find(({ id }) => id === artifactId);
    if (!file) return { ok: true, isChanged: false };
    if (release.publishedAt) return { ok: false, reason: 'release_published' };
    await tx.artifact.delete({ where: { id: artifactId } });
    const { fileName, platform, source, location, sha256 } = file;
    await recordAudit(tx, {
      actor,
      action: 'artifact.remove',
      objectKind: 'release',
      objectId: releaseId,
      before: {
        artifactId,
        version: release.version,
        fileName,
        platform,
        source,
        location,
        sizeBytes: Number(file.sizeBytes),
        sha256,
      },
      at,
    });
    return { ok: true, isChanged: true };
  });
}
