import { issueOwnerClaim } from '../customers/owner-claim';
import type { Env } from '../env';

/** A new link that makes whoever opens it the owner; the one of an earlier start ends. */
export async function newClaimUrl({ publicUrl }: Pick<Env, 'publicUrl'>): Promise<string> {
  return `${publicUrl}/setup?token=${await issueOwnerClaim()}`;
}
