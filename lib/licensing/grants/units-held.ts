import type { Grant } from './grant-fact';
import { sortByTime, withoutUndone } from './in-time';
import { type PaidBack, paidBack } from './paid-back';

/** How many units of its plan a right comes to, and so is renewed for. At least 1, also when nothing of it stands. */
export function unitsHeld(recorded: readonly Grant[]): number {
  const grants = withoutUndone(recorded);
  return Math.max(1, unitsStanding(sortByTime(grants), paidBack(grants)));
}

/**
 * The units of the newest payment that stands, less what went back of that one: the terms before it are over or end first,
 * so what goes back of them takes nothing from its term, and gives nothing either (ADR 0115). A changed plan sets its units
 * anew. `inTime`: the facts that count, in the order in which they happened.
 */
export function unitsStanding(inTime: readonly Grant[], back: PaidBack): number {
  const purchase = inTime.find(({ fact }) => fact.kind === 'purchase');
  if (purchase?.fact.kind !== 'purchase') return 0;
  const { cause, fact } = purchase;
  // One that is wholly back has no part in it any more: the right lives by its renewals, or by the periods of a subscription.
  const goneOfPurchase = back.isBack(cause, fact.units) ? 0 : back.unitsBack(cause);
  return inTime.reduce((units, { cause: of, fact: next }) => {
    if (next.kind === 'plan_change') return Math.max(0, next.units - goneOfPurchase);
    if (next.kind === 'renewal' && !back.isBack(of, next.units)) return next.units - back.unitsBack(of);
    return units;
  }, fact.units - goneOfPurchase);
}
