/** How a person proved who they are: by their password alone, or by one of the second factors. */
export type ProofKind = 'password' | 'totp' | 'passkey' | 'recovery_code';

export type Proof = { by: ProofKind; at: Date };

/** What is known about the person behind a session, as far as proofs go. */
type Proven = { role: 'customer' | 'admin'; hasFactor: boolean; proof: Proof | undefined };

/** security.md T14: how old a proof may be for what a stolen session must not do. */
const RECENT_MS = 10 * 60_000;

/** Whether a proof took more than the password. */
export function isByFactor(by: ProofKind): by is Exclude<ProofKind, 'password'> {
  return by !== 'password';
}

/** Whether the person proved within the last ten minutes, here, who they are: by a factor if the account has one. */
export function isRecentlyProven({ hasFactor, proof }: Omit<Proven, 'role'>, at: Date): boolean {
  if (!proof || at.getTime() - proof.at.getTime() > RECENT_MS) return false;
  return !hasFactor || isByFactor(proof.by);
}

/**
 * What the admin area does with a signed-in person (security.md T15): only an admin whose account has a second factor, in
 * a browser where a factor was shown, comes in.
 */
export function adminDoor({
  role,
  hasFactor,
  proof,
}: Proven): 'open' | 'not_an_admin' | 'no_factor' | 'factor_not_shown' {
  if (role !== 'admin') return 'not_an_admin';
  if (!hasFactor) return 'no_factor';
  return proof && isByFactor(proof.by) ? 'open' : 'factor_not_shown';
}
