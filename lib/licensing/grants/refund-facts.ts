import type { Grant } from './grant-fact';

/** What of one payment a refund gives back: some units, or all of it. */
export type RefundedPart = { refundId: string; units: number; isAll: boolean; at: Date };

/**
 * The facts that bring the record of a right to these refunds of one payment (`of`), which are all that count now: one that
 * is known and missing has failed, or is booked elsewhere since. Nothing where the record says so already.
 */
export function refundFacts(known: readonly Grant[], of: string, parts: readonly RefundedPart[]): Grant[] {
  const told = new Map<string, { units: number; isAll: boolean; times: number; at: Date }>();
  for (const { fact, happenedAt } of known) {
    if (fact.kind !== 'refund' || fact.of !== of) continue;
    const times = (told.get(fact.refundId)?.times ?? 0) + 1;
    told.set(fact.refundId, { units: fact.units, isAll: fact.isAll, times, at: happenedAt });
  }
  const wanted = new Map(parts.map((part) => [part.refundId, part]));
  return [...new Set([...told.keys(), ...wanted.keys()])].flatMap((refundId) => {
    const was = told.get(refundId);
    const { units = 0, isAll = false, at = was?.at } = wanted.get(refundId) ?? {};
    if (at === undefined || (units === (was?.units ?? 0) && isAll === (was?.isAll ?? false))) return [];
    const cause = `refund:${refundId}:${of}:${(was?.times ?? 0) + 1}`;
    return [{ cause, happenedAt: at, fact: { kind: 'refund', of, refundId, units, isAll } }];
  });
}
