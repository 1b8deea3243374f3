/** What the state of an API Resource is decided from. */
export type ResourceFacts = {
  expiresAt: Date | null;
  graceUntil: Date | null;
  suspendedAt: Date | null;
  revokedAt: Date | null;
};

/**
 * live: everything works. grace: works although a renewal payment failed. suspended: closed for a while. expired: the term
 * is over, renewable. revoked: closed for good.
 */
export type ResourceState = 'live' | 'grace' | 'suspended' | 'expired' | 'revoked';

/** The state at an instant. The same rule as `is_live_resource` in the database; a test holds the two together. */
export function resourceState(facts: ResourceFacts, at: Date): ResourceState {
  if (facts.revokedAt) return 'revoked';
  if (facts.suspendedAt) return 'suspended';
  if (!facts.expiresAt || facts.expiresAt > at) return 'live';
  return facts.graceUntil && facts.graceUntil > at ? 'grace' : 'expired';
}

/** True when client software is served. */
export function isLive(facts: ResourceFacts, at: Date): boolean {
  const state = resourceState(facts, at);
  return state === 'live' || state === 'grace';
}
