/** The endpoints of next-auth that this store has: its own pages do the rest. */
const USED: Readonly<Record<string, readonly string[]>> = {
  GET: ['csrf', 'session'],
  POST: ['callback/credentials', 'signout'],
};

/** Whether an endpoint below /api/auth is one of the store's; the others would show next-auth's own pages and faults. */
export function isUsedEndpoint(method: string, segments: readonly string[]): boolean {
  return USED[method]?.includes(segments.join('/')) ?? false;
}
