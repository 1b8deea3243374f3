import { now } from '../clock';
import { db, type Prisma } from '../db/client';

export type ReleaseReach = {
  /** Live licences that may have this version. */
  licences: number;
  /** Activations that said last that they run it. */
  activations: number;
  /** The newest version that the others would be offered instead; undefined when there is none. */
  fallback: string | undefined;
};

/** Whom a version concerns: what an admin should know before taking it back. */
export async function countReleaseReach(
  release: { id: string; productId: string; version: string; channel: 'stable' | 'beta'; releasedAt: Date },
  at: Date = now(),
): Promise<ReleaseReach> {
  const { id, productId, version } = release;
  const [licences, activations, fallback] = await Promise.all([
    db().apiResource.count({ where: { productId, customer: { disabledAt: null }, AND: coveringRights(release, at) } }),
    db().activation.count({ where: { version, resource: { productId } } }),
    db().release.findFirst({
      where: { productId, id: { not: id }, publishedAt: { lte: at }, yankedAt: null, channel: 'stable' },
      orderBy: [{ releasedAt: 'desc' }, { createdAt: 'desc' }],
      select: { version: true },
    }),
  ]);
  return { licences, activations, fallback: fallback?.version };
}

/** The rights that cover a release: the rule of entitled-releases.ts, asked from the other end. */
export function coveringRights(
  release: { channel: 'stable' | 'beta'; releasedAt: Date },
  at: Date,
): Prisma.ApiResourceWhereInput[] {
  const isLive = {
    revokedAt: null,
    suspendedAt: null,
    OR: [{ expiresAt: null }, { expiresAt: { gt: at } }, { graceUntil: { gt: at } }],
  };
  const keeps = { OR: [{ product: { keepsReleases: true } }, { updatesUntil: { gt: at } }] };
  const hasUpdates = { OR: [{ updatesUntil: null }, { updatesUntil: { gte: release.releasedAt }, ...keeps }] };
  return [isLive, hasUpdates, ...(release.channel === 'beta' ? [{ wantsBeta: true }] : [])];
}
