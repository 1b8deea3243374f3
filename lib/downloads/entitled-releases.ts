import type { Prisma } from '../db/client';
import { isLive, type ResourceFacts } from '../licensing/resource-state';

/** What decides which releases a right covers. */
export type EntitlingFacts = ResourceFacts & {
  updatesUntil: Date | null;
  wantsBeta: boolean;
  product: { keepsReleases: boolean };
};

const NONE = { id: { in: [] } } satisfies Prisma.ReleaseWhereInput;

/**
 * The releases that a right covers at an instant, as a condition: published, not withdrawn, stable (or beta, if the customer
 * wishes so), and released while the right had updates. A right that is not live covers none; nor does one whose updates
 * ended, where the product does not let it keep what it had. The same rule by which an update check names a version
 * (lib/db/read-offered-releases.ts); a test holds the two together.
 */
export function entitledReleases(right: EntitlingFacts, at: Date): Prisma.ReleaseWhereInput {
  const { updatesUntil, wantsBeta, product } = right;
  if (!isLive(right, at)) return NONE;
  if (updatesUntil !== null && updatesUntil <= at && !product.keepsReleases) return NONE;
  return {
    publishedAt: { lte: at },
    yankedAt: null,
    ...(wantsBeta ? {} : { channel: 'stable' }),
    ...(updatesUntil === null ? {} : { releasedAt: { lte: updatesUntil } }),
  };
}

/** The newest release first. */
export function newestFirst(): [{ releasedAt: 'desc' }, { createdAt: 'desc' }] {
  return [{ releasedAt: 'desc' }, { createdAt: 'desc' }];
}
