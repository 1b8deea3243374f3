import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { releaseFingerprint } from './edit-release';
import { type ReleaseState, releaseState } from './release-state';

export type ReleaseArtifact = {
  id: string;
  fileName: string;
  platform: string;
  source: 'local' | 's3' | 'remote';
  /** Where a remote file lies; undefined for one that the store keeps. */
  address: string | undefined;
  sizeBytes: number;
  sha256: string;
  verifiedAt: Date | null;
};

/** A version as the admin edits it. */
export type EditedRelease = {
  id: string;
  productId: string;
  version: string;
  channel: 'stable' | 'beta';
  state: ReleaseState;
  releasedAt: Date;
  changelogMd: string;
  upgradeNotice: string;
  /** Empty = as the product says. */
  requiresVersion: string;
  testedVersion: string;
  requiresPhp: string;
  publishedAt: Date | null;
  yankedAt: Date | null;
  yankReason: string;
  /** For `editRelease`: what the form shows. */
  fingerprint: string;
  /** By name; client software fetches the first. */
  files: ReleaseArtifact[];
};

/** One version of a product; another product's is "not found". */
export async function readRelease(which: { productId: string; releaseId: string }): Promise<EditedRelease | undefined> {
  if (!isUuid(which.releaseId)) return undefined;
  const row = await db().release.findFirst({
    where: { id: which.releaseId, productId: which.productId },
    include: { artifacts: { orderBy: { fileName: 'asc' } } },
  });
  if (!row) return undefined;
  const { artifacts, requiresVersion, testedVersion, requiresPhp, yankReason, createdAt: _made, ...rest } = row;
  return {
    ...rest,
    requiresVersion: requiresVersion ?? '',
    testedVersion: testedVersion ?? '',
    requiresPhp: requiresPhp ?? '',
    yankReason: yankReason ?? '',
    state: releaseState(row),
    fingerprint: releaseFingerprint(row),
    files: artifacts.map((file) => ({
      id: file.id,
      fileName: file.fileName,
      platform: file.platform,
      source: file.source,
      address: file.source === 'remote' ? file.location : undefined,
      sizeBytes: Number(file.sizeBytes),
      sha256: file.sha256,
      verifiedAt: file.verifiedAt,
    })),
  };
}
