import { now } from '../clock';
import { db } from '../db/client';
import { offeredReleases } from './newest-release';
import { type ReleaseState, releaseState } from './release-state';

/** A version as the admin's list shows it. */
export type ListedRelease = {
  id: string;
  version: string;
  channel: 'stable' | 'beta';
  state: ReleaseState;
  /** The one that everybody with updates is offered. */
  isNewest: boolean;
  releasedAt: Date;
  files: number;
  /** Of all its files together. */
  sizeBytes: number;
};

/** All versions of a product, newest first, whatever their state. */
export async function listReleases(productId: string, at: Date = now()): Promise<ListedRelease[]> {
  const releases = await db().release.findMany({
    where: { productId },
    orderBy: [{ releasedAt: 'desc' }, { createdAt: 'desc' }],
    include: { artifacts: { select: { sizeBytes: true } } },
  });
  const [newest] = offeredReleases(releases, at);
  return releases.map((release) => ({
    id: release.id,
    version: release.version,
    channel: release.channel,
    state: releaseState(release),
    isNewest: release.id === newest?.id,
    releasedAt: release.releasedAt,
    files: release.artifacts.length,
    sizeBytes: release.artifacts.reduce((sum, { sizeBytes }) => sum + Number(sizeBytes), 0),
  }));
}
