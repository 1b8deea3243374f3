import { type ResourceState, resourceState } from '../resource-state';
import { computeStanding, type Standing } from './compute-standing';
import type { Grant, GrantFact } from './grant-fact';
import { withoutUndone } from './in-time';
import { paidBack } from './paid-back';

/** One fact of a record, with what the right came to before and after it. */
export type GrantStep<G extends Grant = Grant> = {
  grant: G;
  /** Undefined: the right began with this. */
  before: Standing | undefined;
  after: Standing;
  /** undone: somebody took it back. paid_back: a payment of which nothing stands any more. */
  since: 'stands' | 'undone' | 'paid_back';
};

/** How the right stands at an instant, and which facts make it so. */
export type Today = { state: ResourceState; why: TodayReason; standing: Standing };

export type TodayReason =
  /** revoked */
  | 'account_deleted'
  | 'paid_back'
  | 'closed_before_record'
  /** suspended */
  | 'disputed'
  | 'by_admin'
  /** grace and expired */
  | 'owed'
  /** expired and live */
  | 'subscription_ended'
  | 'term'
  /** live */
  | 'lifetime'
  | 'renews';

/**
 * Tells a record of grants as it happened: each fact with the standing of the record up to it, so that the last step's
 * standing is the right as it is. `recorded` in the order it was written; throws when it has no purchase.
 */
export function explainGrants<G extends Grant>(
  recorded: readonly G[],
  at: Date,
): { steps: GrantStep<G>[]; today: Today } {
  const sinceOf = whatBecame(recorded);
  const told = new Set<G>();
  let before: Standing | undefined;
  const steps = inOrder(recorded).map((grant): GrantStep<G> => {
    told.add(grant);
    // What counts of a refund or dispute is the order in which it was recorded, so that one is kept.
    const after = computeStanding(recorded.filter((one) => told.has(one)));
    const step = { grant, before, after, since: sinceOf(grant) };
    before = after;
    return step;
  });
  return { steps, today: todayOf(recorded, at) };
}

/** As it happened; a purchase before all else, because a refund may have been made before its order was known here. */
function inOrder<G extends Grant>(recorded: readonly G[]): G[] {
  const rank = ({ fact }: G) => (fact.kind === 'purchase' ? 0 : 1);
  return [...recorded].sort((a, b) => rank(a) - rank(b) || a.happenedAt.getTime() - b.happenedAt.getTime());
}

function whatBecame(recorded: readonly Grant[]): (grant: Grant) => GrantStep['since'] {
  const undone = undoneCauses(recorded);
  const back = paidBack(withoutUndone(recorded));
  return ({ cause, fact }) => {
    if (undone.has(cause) && fact.kind !== 'undo') return 'undone';
    const units = unitsOf(fact);
    return units !== undefined && back.isBack(cause, units) ? 'paid_back' : 'stands';
  };
}

/** Units of a payment; undefined: it is none. */
function unitsOf(fact: GrantFact): number | undefined {
  if (fact.kind === 'period') return Number.POSITIVE_INFINITY;
  return fact.kind === 'purchase' || fact.kind === 'renewal' ? fact.units : undefined;
}

function todayOf(recorded: readonly Grant[], at: Date): Today {
  const standing = computeStanding(recorded);
  const facts = withoutUndone(recorded);
  if (standing.isRevoked) return { state: 'revoked', why: whyRevoked(facts), standing };
  const { expiresAt, graceUntil, isSuspended } = standing;
  const state = resourceState({ expiresAt, graceUntil, suspendedAt: isSuspended ? at : null, revokedAt: null }, at);
  return { state, why: reasonOf(state, facts, expiresAt), standing };
}

function whyRevoked(facts: readonly Grant[]): TodayReason {
  // Of several reasons the one that nothing takes back.
  if (facts.some(({ fact }) => fact.kind === 'account_deleted')) return 'account_deleted';
  const isCarried = facts.some(({ fact }) => fact.kind === 'carried_over' && fact.isRevoked);
  return isCarried ? 'closed_before_record' : 'paid_back';
}

function reasonOf(state: ResourceState, facts: readonly Grant[], expiresAt: Date | null): TodayReason {
  if (state === 'suspended') return isDisputed(facts) ? 'disputed' : 'by_admin';
  if (state === 'grace') return 'owed';
  const ending = lastSubscriptionState(facts);
  if (state === 'expired') return isOwed(facts) ? 'owed' : ending === 'ended' ? 'subscription_ended' : 'term';
  if (expiresAt === null) return 'lifetime';
  const recurs = facts.some(({ fact }) => fact.kind === 'purchase' && fact.isSubscription);
  const goesOn = ending === undefined || ending === 'cancel_withdrawn' || ending === 'resumed';
  return recurs && goesOn ? 'renews' : 'term';
}

function isDisputed(facts: readonly Grant[]): boolean {
  const back = paidBack(facts);
  return facts.some(({ cause }) => back.isDisputed(cause));
}

function isOwed(facts: readonly Grant[]): boolean {
  const settled = new Set(
    facts.flatMap(({ cause, fact }) => (fact.kind === 'period' || fact.kind === 'payment_given_up' ? [cause] : [])),
  );
  return facts.some(({ cause, fact }) => fact.kind === 'payment_failed' && !settled.has(cause));
}

function lastSubscriptionState(facts: readonly Grant[]) {
  const states = inOrder(facts).flatMap(({ fact }) => (fact.kind === 'subscription' ? [fact.state] : []));
  return states.at(-1);
}

function undoneCauses(recorded: readonly Grant[]): Set<string> {
  return new Set(recorded.flatMap(({ fact }) => (fact.kind === 'undo' ? [fact.of] : [])));
}
