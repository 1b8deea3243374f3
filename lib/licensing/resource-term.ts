import { unreachable } from '../errors';
import { type ResourceFacts, resourceState } from './resource-state';
import type { SubscriptionFacts } from './subscription-facts';

/** Until when a right lives, as people are told. */
export type ResourceTerm =
  | { kind: 'lifetime' }
  | { kind: 'until'; until: Date }
  /** A subscription: it goes on until it is cancelled; `paidUntil` is when the next payment is due. */
  | { kind: 'when_cancelled'; paidUntil: Date | null }
  /** A subscription that was cancelled; it is paid until then, and then it is over. */
  | { kind: 'cancelled'; until: Date }
  /** A subscription that is not collected for the time being; it is paid until then. */
  | { kind: 'paused'; until: Date }
  /** A renewal payment failed; until then everything works as before. `payUrl`: where it can be paid. */
  | { kind: 'payment_grace'; until: Date; payUrl: string | null }
  /** A fixed term is over and nothing works, but until then the same key can be renewed. */
  | { kind: 'renewable'; endedAt: Date; until: Date }
  | { kind: 'ended'; endedAt: Date }
  | { kind: 'suspended' }
  | { kind: 'revoked' };

export type TermFacts = ResourceFacts & {
  /** Undefined: it was bought once. */
  subscription: SubscriptionFacts | undefined;
};

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
  const { expiresAt, graceUntil, subscription } = facts;
  const state = resourceState(facts, at);
  switch (state) {
    case 'revoked':
    case 'suspended':
      return { kind: state };
    case 'live':
      if (subscription) return paidTerm(subscription, expiresAt);
      return expiresAt ? { kind: 'until', until: expiresAt } : { kind: 'lifetime' };
    case 'grace':
      return { kind: 'payment_grace', until: graceUntil ?? at, payUrl: subscription?.payUrl ?? null };
    case 'expired':
      return endedTerm(
        { endedAt: expiresAt ?? at, isSubscription: subscription !== undefined },
        at,
        renewablePeriodDays,
      );
    default:
      return unreachable(state);
  }
}

function paidTerm({ isEnding, isPaused }: SubscriptionFacts, paidUntil: Date | null): ResourceTerm {
  if (paidUntil && isEnding) return { kind: 'cancelled', until: paidUntil };
  if (paidUntil && isPaused) return { kind: 'paused', until: paidUntil };
  return { kind: 'when_cancelled', paidUntil };
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
    case 'cancelled':
    case 'paused':
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
