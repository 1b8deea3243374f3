import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db/client';
import { isArtifactName } from './artifact-name';
import { lockRelease } from './lock-release';

/** A file whose size and hash the store has just found itself. */
export type MeasuredFile = {
  source: 'local' | 's3' | 'remote';
  /** local: path below the artifact folder; s3: object key; remote: https address. */
  location: string;
  sizeBytes: number;
  /** Lower-case hex. */
  sha256: string;
};

export type AddArtifactResult =
  | { ok: true; artifactId: string; isNew: boolean }
  | {
      ok: false;
      reason: 'release_not_found' | 'file_name_invalid' | 'file_name_taken' | 'platform_invalid' | 'file_empty';
    };

const LONGEST_PLATFORM = 60;

/**
 * Adds a file to a release inside the caller's transaction, also to a published one. The same file under the same name
 * again is the one that is there; another file under a name that is taken is refused, so nothing is ever overwritten.
 */
export async function addArtifact(
  tx: Tx,
  wish: { releaseId: string; fileName: string; platform: string; stored: MeasuredFile },
  actor: Actor,
  at: Date = now(),
): Promise<AddArtifactResult> {
  const { releaseId, stored } = wish;
  const { fileName, platform } = { fileName: wish.fileName.normalize('NFC'), platform: wish.platform.trim() };
  const { source, location, sizeBytes, sha256 } = stored;
  if (!isArtifactName(fileName)) return { ok: false, reason: 'file_name_invalid' };
  if (/\p{Cc}/u.test(platform) || platform.length > LONGEST_PLATFORM) return { ok: false, reason: 'platform_invalid' };
  if (sizeBytes === 0) return { ok: false, reason: 'file_empty' };
  const release = await lockRelease(tx, releaseId);
  if (!release) return { ok: false, reason: 'release_not_found' };
  const there = release.artifacts.find((file) => file.fileName.toLowerCase() === fileName.toLowerCase());
  if (there) {
    const isSame = there.sha256 === sha256 && there.source === source && there.location === location;
    return isSame ? { ok: true, artifactId: there.id, isNew: false } : { ok: false, reason: 'file_name_taken' };
  }
  const facts = { fileName, platform, source, location, sizeBytes, sha256 };
  const { id } = await tx.artifact.create({ data: { ...facts, releaseId, verifiedAt: at, createdAt: at } });
  await recordAudit(tx, {
    actor,
    action: 'artifact.add',
    objectKind: 'release',
    objectId: releaseId,
    after: { artifactId: id, version: release.version, ...facts },
    at,
  });
  return { ok: true, artifactId: id, isNew: true };
}
