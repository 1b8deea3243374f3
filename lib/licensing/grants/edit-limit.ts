import { computeStanding } from './compute-standing';
import { type Grant, newEditCause } from './grant-fact';

/**
 * The facts that give a right this limit (null = unlimited), from what its record comes to now. Written as a difference, so
 * that a refund told later still takes away exactly its own. Nothing for a revoked right, or when it has that limit.
 */
export function editLimit(known: readonly Grant[], wanted: number | null, at: Date): Grant[] {
  const standing = computeStanding(known);
  if (standing.isRevoked || standing.activationLimit === wanted) return [];
  const edit = (isUnlimited: boolean, change: number): Grant => ({
    cause: newEditCause(),
    happenedAt: at,
    fact: { kind: 'limit_edit', isUnlimited, change },
  });
  if (wanted === null) return [edit(true, 0)];
  // What an unlimited right would count to is not in its standing: asked as if it were limited again.
  const counted = computeStanding([...known, edit(false, 0)]);
  const present = counted.isRevoked ? 0 : (counted.activationLimit ?? 0);
  return [edit(false, wanted - present)];
}
