/** draft: offered to nobody yet. withdrawn: published once, taken back with a reason. */
export type ReleaseState = 'draft' | 'published' | 'withdrawn';

/** The state of a release, as an admin is told. */
export function releaseState(release: { publishedAt: Date | null; yankedAt: Date | null }): ReleaseState {
  if (release.publishedAt === null) return 'draft';
  return release.yankedAt === null ? 'published' : 'withdrawn';
}
