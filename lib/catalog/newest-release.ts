/** What decides which release is offered. */
export type ReleaseFacts = {
  channel: 'stable' | 'beta';
  releasedAt: Date;
  publishedAt: Date | null;
  yankedAt: Date | null;
  createdAt: Date;
};

/**
 * The releases that customers may see, newest first: stable, published by now and not yanked, by the day they were
 * released, then by the moment they were entered. lib/db/read-offered-releases.ts says the same in SQL to client software.
 */
export function offeredReleases<R extends ReleaseFacts>(releases: readonly R[], at: Date): R[] {
  return releases
    .filter(
      (each) =>
        each.channel === 'stable' && each.yankedAt === null && each.publishedAt !== null && each.publishedAt <= at,
    )
    .sort((a, b) => b.releasedAt.getTime() - a.releasedAt.getTime() || b.createdAt.getTime() - a.createdAt.getTime());
}
