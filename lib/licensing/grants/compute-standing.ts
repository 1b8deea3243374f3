import { unreachable } from '../../errors';
import type { Grant, GrantFact } from './grant-fact';
import { sortByTime, withoutUndone } from './in-time';
import { type PaidBack, paidBack } from './paid-back';
import { unitsStanding } from './units-held';

/** What a right comes to. A revoked one keeps the terms it had, in case its payment comes back. */
export type Standing =
  | { isRevoked: true }
  | {
      isRevoked: false;
      isSuspended: boolean;
      planId: string;
      /** Null = unlimited. */
      activationLimit: number | null;
      /** Null = lifetime. */
      expiresAt: Date | null;
      updatesUntil: Date | null;
      graceUntil: Date | null;
    };

type FactOf<K extends GrantFact['kind']> = Extract<GrantFact, { kind: K }>;
type GrantOf<K extends GrantFact['kind']> = Grant & { fact: FactOf<K> };

const DAY_MS = 86_400_000;

/**
 * The only rule of what a right is: a pure function of its record, in the order it was recorded. What counts is when things
 * happened, so the same facts told in another order, or twice, come to the same. Each payment gives its part and takes away
 * exactly that when it goes back; the right is revoked when no payment is left, or its person deleted their account. Throws
 * when the record has no purchase.
 */
export function computeStanding(recorded: readonly Grant[]): Standing {
  const grants = withoutUndone(recorded);
  const [purchase] = all('purchase', grants);
  if (!purchase) throw new Error('A record of grants begins with a purchase');
  const back = paidBack(grants);
  const payments = paymentsOf(grants, purchase);
  const isTakenBack = payments.length > 0 && payments.every(({ cause, units }) => back.isBack(cause, units));
  const wasRevoked = all('carried_over', grants).some(({ fact }) => fact.isRevoked);
  const isNobodys = all('account_deleted', grants).length > 0;
  if (isTakenBack || wasRevoked || isNobodys) return { isRevoked: true };
  const inTime = sortByTime(grants);
  const { expiresAt, updatesUntil } = termOf(inTime, purchase, back);
  return {
    isRevoked: false,
    isSuspended: isSuspended(inTime) || payments.some(({ cause }) => back.isDisputed(cause)),
    ...placesOf(inTime, purchase, back),
    expiresAt,
    updatesUntil,
    graceUntil: graceOf(inTime, expiresAt, back),
  };
}

/** The end after one more term: time that is left is carried over, time that has passed is not charged again. */
export function endAfterRenewal(expiresAt: Date, termDays: number, at: Date): Date {
  return new Date(Math.max(expiresAt.getTime(), at.getTime()) + termDays * DAY_MS);
}

function isOf<K extends GrantFact['kind']>(kind: K, grant: Grant): grant is GrantOf<K> {
  return grant.fact.kind === kind;
}

function all<K extends GrantFact['kind']>(kind: K, grants: readonly Grant[]): GrantOf<K>[] {
  return grants.filter((grant): grant is GrantOf<K> => isOf(kind, grant));
}

function paymentsOf(grants: readonly Grant[], purchase: GrantOf<'purchase'>): { cause: string; units: number }[] {
  const renewals = all('renewal', grants).map(({ cause, fact }) => ({ cause, units: fact.units }));
  const periods = all('period', grants).map(({ cause }) => ({ cause, units: Number.POSITIVE_INFINITY }));
  const bought = purchase.fact.isSubscription ? [] : [{ cause: purchase.cause, units: purchase.fact.units }];
  return [...bought, ...renewals, ...periods];
}

function isSuspended(inTime: readonly Grant[]): boolean {
  return inTime.reduce((is, { fact }) => {
    if (fact.kind === 'suspension' || fact.kind === 'carried_over') return fact.isSuspended;
    return is;
  }, false);
}

function placesOf(inTime: readonly Grant[], purchase: GrantOf<'purchase'>, back: PaidBack) {
  let { planId, placesPerUnit } = purchase.fact;
  let isUnlimited = placesPerUnit === null;
  let extra = 0;
  for (const { fact } of inTime) {
    if (fact.kind === 'plan_change') {
      ({ planId, placesPerUnit } = fact);
      isUnlimited = placesPerUnit === null;
    }
    if (fact.kind === 'limit_edit') [isUnlimited, extra] = [fact.isUnlimited, extra + fact.change];
    if (fact.kind === 'carried_over') [isUnlimited, extra] = [fact.isUnlimited, extra + fact.limitChange];
  }
  const places = (placesPerUnit ?? 0) * unitsStanding(inTime, back) + extra;
  return { planId, activationLimit: isUnlimited ? null : Math.max(0, places) };
}

/** Undefined: no time was bought, or all of it went back. */
type End = Date | null | undefined;

function termOf(inTime: readonly Grant[], purchase: GrantOf<'purchase'>, back: PaidBack) {
  const { isSubscription, endsAt, updatesUntil: bought } = purchase.fact;
  const isBack = !isSubscription && back.isBack(purchase.cause, purchase.fact.units);
  const term: { end: End; updatesUntil: Date | null } = {
    end: isSubscription ? paidUntil(inTime, back) : isBack ? undefined : endsAt,
    updatesUntil: bought,
  };
  for (const grant of inTime) Object.assign(term, termAfter(term, grant, back));
  // Without any time a right that is not revoked is over since it began.
  return { expiresAt: term.end === undefined ? purchase.happenedAt : term.end, updatesUntil: term.updatesUntil };
}

function termAfter(
  { end, updatesUntil }: { end: End; updatesUntil: Date | null },
  { cause, happenedAt, fact }: Grant,
  back: PaidBack,
): { end?: End; updatesUntil?: Date | null } {
  switch (fact.kind) {
    case 'renewal': {
      if (back.isBack(cause, fact.units)) return {};
      const { termDays, updateDays } = fact;
      return {
        end: end === null || termDays === null ? null : endAfterRenewal(end ?? happenedAt, termDays, happenedAt),
        ...(updatesUntil === null || updateDays === null
          ? {}
          : { updatesUntil: endAfterRenewal(updatesUntil, updateDays, happenedAt) }),
      };
    }
    case 'term_edit':
      return { end: fact.rule === 'exactly' ? fact.endsAt : later(end, fact.endsAt) };
    case 'updates_edit':
      return { updatesUntil: fact.updatesUntil };
    case 'carried_over':
      return { end: fact.endsAt, updatesUntil: fact.updatesUntil };
    case 'purchase':
    case 'period':
    case 'payment_failed':
    case 'payment_given_up':
    case 'refund':
    case 'dispute':
    case 'plan_change':
    case 'subscription':
    case 'limit_edit':
    case 'suspension':
    case 'account_deleted':
    case 'undo':
      return {};
    default:
      return unreachable(fact);
  }
}

function later(end: End, other: Date | null): Date | null {
  if (end === null || other === null) return null;
  return end === undefined || other > end ? other : end;
}

/** The end of the newest period whose payment stands: a plan changed to a shorter one ends with the shorter one. */
function paidUntil(inTime: readonly Grant[], back: PaidBack): Date | undefined {
  return newestPeriod(inTime, back)?.fact.endsAt;
}

function newestPeriod(inTime: readonly Grant[], back: PaidBack): GrantOf<'period'> | undefined {
  return all('period', inTime)
    .filter(({ cause }) => !back.isBack(cause, Number.POSITIVE_INFINITY))
    .sort((a, b) => byStart(a.fact, b.fact))
    .at(-1);
}

function byStart(a: FactOf<'period'>, b: FactOf<'period'>): number {
  return a.startsAt.getTime() - b.startsAt.getTime() || a.endsAt.getTime() - b.endsAt.getTime();
}

/** Days after the end that was paid for, while the invoice for the time after it is owed. Granted once, at its first failure. */
function graceOf(inTime: readonly Grant[], expiresAt: Date | null, back: PaidBack): Date | null {
  if (expiresAt === null) return null;
  const settled = new Set(
    inTime.flatMap(({ fact, cause }) => (fact.kind === 'period' || fact.kind === 'payment_given_up' ? [cause] : [])),
  );
  const paidFrom = newestPeriod(inTime, back)?.fact.startsAt;
  const owed = all('payment_failed', inTime).filter(
    ({ cause, fact }) => !settled.has(cause) && (paidFrom === undefined || fact.startsAt > paidFrom),
  );
  const days = Math.max(0, ...owed.map(({ fact }) => fact.graceDays));
  if (days > 0) return new Date(expiresAt.getTime() + days * DAY_MS);
  const carried = all('carried_over', inTime).at(-1)?.fact;
  return carried?.endsAt?.getTime() === expiresAt.getTime() ? carried.graceUntil : null;
}
