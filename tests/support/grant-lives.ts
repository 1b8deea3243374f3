import { type Grant, type GrantFact, invoiceCause, orderItemCause } from '@/lib/licensing/grants/grant-fact';

const DAY_MS = 86_400_000;
const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * DAY_MS);
const PLAN = '00000000-0000-4000-8000-000000000001';

/** Numbers that are the same on each run (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const grant = (cause: string, at: number, fact: GrantFact): Grant => ({ cause, happenedAt: day(at), fact });

/** Two years in the life of a right that is renewed by hand, as payments, banks and admins make them. */
export function aLife(random: (below: number) => number): Grant[] {
  const [bought, ...renewed] = ['first', 'second', 'third'].map(orderItemCause);
  const units = 1 + random(4);
  const life: Grant[] = [
    grant(bought ?? '', 0, {
      ...{ kind: 'purchase', planId: PLAN, units, placesPerUnit: random(4) === 0 ? null : 2, endsAt: day(365) },
      ...{ updatesUntil: random(2) === 0 ? null : day(180), isSubscription: false },
    }),
  ];
  for (const cause of renewed) {
    if (random(2) === 0)
      life.push(grant(cause, 200 + random(500), { kind: 'renewal', units, termDays: 365, updateDays: 90 }));
  }
  life.push(...[bought ?? '', ...renewed].flatMap((of) => whatComesBack(of, units, random)));
  for (let n = random(3); n > 0; n -= 1) {
    life.push(grant(`edit:${n}`, random(700), { kind: 'limit_edit', isUnlimited: false, change: random(9) }));
    life.push(grant(`edit:s${n}`, random(700), { kind: 'suspension', isSuspended: random(2) === 0 }));
    life.push(grant(`edit:t${n}`, random(700), { kind: 'term_edit', endsAt: day(random(900)), rule: 'not_before' }));
  }
  return life;
}

/** Some payments are refunded, some disputed, and some of those decided. */
function whatComesBack(of: string, units: number, random: (below: number) => number): Grant[] {
  const at = 20 + random(600);
  const back: Grant[] = [];
  if (random(3) === 0) {
    const part = { of, refundId: `re_${at}`, units: 1 + random(units), isAll: false };
    back.push(grant(`refund:${at}:${of}:1`, at, { kind: 'refund', ...part }));
  }
  if (random(4) > 0) return back;
  const decided = (['won', 'lost', undefined] as const)[random(3)];
  const facts = { kind: 'dispute' as const, of, disputeId: `dp_${at}`, suspends: true };
  back.push(grant(`dispute:${at}:${of}:open`, at, { ...facts, status: 'open' }));
  if (decided) back.push(grant(`dispute:${at}:${of}:${decided}`, at + 30, { ...facts, status: decided }));
  return back;
}

/** The same over a subscription: months paid, failed, refunded, given up. */
export function aSubscription(random: (below: number) => number): Grant[] {
  const bought = { planId: PLAN, units: 1, placesPerUnit: 3, endsAt: null, updatesUntil: null, isSubscription: true };
  const life: Grant[] = [grant(orderItemCause('first'), 0, { kind: 'purchase', ...bought })];
  for (let month = 0; month < 12; month += 1) {
    const [cause, from] = [invoiceCause(`in_${month}`), month * 30];
    const fate = month === 0 ? 0 : random(6);
    if (fate === 1 || fate === 2) {
      life.push(grant(cause, from, { kind: 'payment_failed', startsAt: day(from), graceDays: 14 }));
    }
    if (fate === 2) life.push(grant(cause, from + 20, { kind: 'payment_given_up' }));
    else life.push(grant(cause, from + fate, { kind: 'period', startsAt: day(from), endsAt: day(from + 30) }));
    if (random(5) === 0) {
      const back = { of: cause, refundId: `re_${month}`, units: 0, isAll: true };
      life.push(grant(`refund:re_${month}:1`, from + 9, { kind: 'refund', ...back }));
    }
  }
  return life;
}
