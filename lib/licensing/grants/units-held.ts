import type { Grant } from './grant-fact';
import { paidBack } from './paid-back';

/** How many units of its plan a right comes to: what was bought or changed to, less what went back. At least 1. */
export function unitsHeld(recorded: readonly Grant[]): number {
  const undone = new Set(recorded.flatMap(({ fact }) => (fact.kind === 'undo' ? [fact.of] : [])));
  const grants = recorded.filter(({ cause }) => !undone.has(cause));
  const back = paidBack(grants);
  const purchase = grants.find(({ fact }) => fact.kind === 'purchase');
  const bought = purchase?.fact.kind === 'purchase' ? purchase.fact.units : 1;
  const changes = grants.flatMap(({ fact, happenedAt }) =>
    fact.kind === 'plan_change' ? [{ at: happenedAt.getTime(), units: fact.units }] : [],
  );
  const units = changes.sort((a, b) => a.at - b.at).at(-1)?.units ?? bought;
  if (!purchase || back.isBack(purchase.cause, bought)) return units;
  return Math.max(1, units - back.unitsBack(purchase.cause));
}
