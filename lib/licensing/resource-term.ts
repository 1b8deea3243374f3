import { unreachable } from '../errors';
import { type ResourceFacts, resourceState } from './resource-state';

/** Until when a right lives, as people are told. */
export type ResourceTerm =
  | { kind: 'lifetime' }
  | { kind: 'until'; until: Date }
  /** A subscription: it goes on until it is cancelled; `paidUntil` is when the next payment is due. */
  | { kind: 'when_cancelled'; paidUntil: Date | null }
  /** A renewal payment failed; until then everything works as before. */
  | { kind: 'payment_grace'; until: Date }
  /** A fixed term is over and nothing works, but until then the same key can be renewed. */
  | { kind: 'renewable'; endedAt: Date; until: Date }
  | { kind: 'ended'; endedAt: Date }
  | { kind: 'suspended' }
  | { kind: 'revoked' };

export type TermFacts = ResourceFacts & { isSubscription: boolean };

const DAY_MS = 86_400_000;

/**
 * The term at an instant. Payment grace belongs to a payment that failed and is stored with the right; the renewable
 * period belongs to a fixed term that is over and follows the setting. They are never mixed.
 */
export function resourceTerm(
  facts: TermFacts,
  at: Date,
  { renewablePeriodDays }: { renewablePeriodDays: number },
): ResourceTerm {
  const { expiresAt, graceUntil, isSubscription } = facts;
  const state = resourceState(facts, at);
  switch (state) {
    case 'revoked':
    case 'suspended':
      return { kind: state };
    case 'live':
      if (isSubscription) return { kind: 'when_cancelled', paidUntil: expiresAt };
      return expiresAt ? { kind: 'until', until: expiresAt } : { kind: 'lifetime' };
    case 'grace':
      return { kind: 'payment_grace', until: graceUntil ?? at };
    case 'expired':
      return endedTerm({ endedAt: expiresAt ?? at, isSubscription }, at, renewablePeriodDays);
    default:
      return unreachable(state);
  }
}

function endedTerm(
  { endedAt, isSubscription }: { endedAt: Date; isSubscription: boolean },
  at: Date,
  renewablePeriodDays: number,
): ResourceTerm {
  const until = new Date(endedAt.getTime() + renewablePeriodDays * DAY_MS);
  return isSubscription || until <= at ? { kind: 'ended', endedAt } : { kind: 'renewable', endedAt, until };
}

/** Of two rights to one product, the term that reaches further; one that works reaches further than one that does not. */
export function furtherTerm(a: ResourceTerm, b: ResourceTerm): ResourceTerm {
  const [rankA, untilA] = reach(a);
  const [rankB, untilB] = reach(b);
  return rankB > rankA || (rankB === rankA && untilB > untilA) ? b : a;
}

/** True while client software is served under this term. */
export function isWorking(term: ResourceTerm): boolean {
  return reach(term)[0] === WORKING;
}

const WORKING = 4;
const FOREVER = Number.POSITIVE_INFINITY;

function reach(term: ResourceTerm): [rank: number, until: number] {
  switch (term.kind) {
    case 'lifetime':
      return [WORKING, FOREVER];
    case 'when_cancelled':
      return [WORKING, term.paidUntil?.getTime() ?? FOREVER];
    case 'until':
    case 'payment_grace':
      return [WORKING, term.until.getTime()];
    case 'suspended':
      return [3, 0];
    case 'renewable':
      return [2, term.until.getTime()];
    case 'ended':
      return [1, term.endedAt.getTime()];
    case 'revoked':
      return [0, 0];
    default:
      return unreachable(term);
  }
}
