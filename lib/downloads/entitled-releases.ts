/**
 * The releases that a right covers, as a condition: published, not withdrawn, stable, and not newer than the right's
 * updates go. The same rule by which an update check names a version (lib/db/read-offered-releases.ts).
 */
export function entitledReleases(updatesUntil: Date | null, at: Date) {
  return {
    publishedAt: { lte: at },
    yankedAt: null,
    channel: 'stable' as const,
    ...(updatesUntil === null ? {} : { releasedAt: { lte: updatesUntil } }),
  };
}

/** The newest release first. */
export function newestFirst(): [{ releasedAt: 'desc' }, { createdAt: 'desc' }] {
  return [{ releasedAt: 'desc' }, { createdAt: 'desc' }];
}
