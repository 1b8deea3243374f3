import { now } from '../clock';
import type { Tx } from '../db/client';
import { isVersion } from './release-text';

export type NewArtifact = {
  fileName: string;
  platform?: string;
  source: 'local' | 's3' | 'remote';
  /** local: path below the artifact folder; s3: object key; remote: https address. */
  location: string;
  sizeBytes: number | bigint;
  /** Lower-case hex. */
  sha256: string;
};

export type NewRelease = {
  productId: string;
  version: string;
  channel?: 'stable' | 'beta';
  /** The day customers are told; now unless an import knows better. */
  releasedAt?: Date;
  changelogMd?: string;
  upgradeNotice?: string;
  /** Where this version needs something else than its product says. */
  requiresVersion?: string;
  testedVersion?: string;
  requiresPhp?: string;
  artifacts: readonly NewArtifact[];
};

export type PublishReleaseResult =
  | { ok: true; release: { id: string; version: string; artifactIds: string[] } }
  | { ok: false; reason: 'product_not_found' | 'version_invalid' | 'version_exists' };

/**
 * Makes and publishes a version of a product at once with its files, inside the caller's transaction: for a seed or an
 * import, which has measured the files; people draft a version first (create-release.ts, publish-draft.ts). The files lie
 * where `location` says already. From its commit on it is what customers download and clients are offered, if it is the newest (newest-release.ts).
 */
export async function publishRelease(tx: Tx, facts: NewRelease, at: Date = now()): Promise<PublishReleaseResult> {
  const { artifacts, releasedAt = at, ...rest } = facts;
  if (!isVersion(facts.version)) return { ok: false, reason: 'version_invalid' };
  const product = await tx.product.findUnique({
    where: { id: facts.productId },
    select: { releases: { where: { version: facts.version }, select: { id: true } } },
  });
  if (!product) return { ok: false, reason: 'product_not_found' };
  if (product.releases.length > 0) return { ok: false, reason: 'version_exists' };
  const release = await tx.release.create({
    data: {
      ...rest,
      releasedAt,
      publishedAt: at,
      // Nobody waits for news of what an import or a seed brings along.
      toldAt: at,
      createdAt: at,
      artifacts: { create: artifacts.map((artifact) => ({ ...artifact, verifiedAt: at, createdAt: at })) },
    },
    select: { id: true, version: true, artifacts: { select: { id: true } } },
  });
  const artifactIds = release.artifacts.map((artifact) => artifact.id);
  return { ok: true, release: { id: release.id, version: release.version, artifactIds } };
}
