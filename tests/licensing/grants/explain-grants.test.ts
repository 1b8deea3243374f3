import { expect, test } from 'vitest';
import { splitDays } from '@/app/_story/day-in';
import { tellStep, tellToday } from '@/app/_story/tell-step';
import { computeStanding } from '@/lib/licensing/grants/compute-standing';
import { explainGrants } from '@/lib/licensing/grants/explain-grants';
import { type Grant, type GrantFact, invoiceCause, orderItemCause } from '@/lib/licensing/grants/grant-fact';
import type { StoryStep } from '@/lib/licensing/grants/read-licence-story';
import { aLife, aSubscription, seeded } from '../../support/grant-lives';

const DAY_MS = 86_400_000;
const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * DAY_MS);
const PLAN = '00000000-0000-4000-8000-000000000001';
const PAID = orderItemCause('first');
const of = { of: PAID };

const plain = (sentence: string) =>
  splitDays(sentence)
    .map((part) => (typeof part === 'string' ? part : part.toISOString().slice(0, 10)))
    .join('');

const bought: GrantFact = {
  ...{ kind: 'purchase', planId: PLAN, units: 2, placesPerUnit: 3, endsAt: day(365) },
  ...{ updatesUntil: null, isSubscription: false },
};
const subscribed: GrantFact = { ...bought, units: 1, endsAt: null, isSubscription: true };
const grant = (at: number, fact: GrantFact, cause = `edit:${at}`): Grant => ({ cause, happenedAt: day(at), fact });
const aPurchase = grant(0, bought, PAID);
const month = (n: number) =>
  grant(n * 30, { kind: 'period', startsAt: day(n * 30), endsAt: day(n * 30 + 30) }, invoice(n));
const invoice = (n: number) => invoiceCause(`in_${n}`);
const aSubscriber = [grant(0, subscribed, PAID), month(0)];

/** The sentences of a record, and the closing one, as they read on the day `at`. */
function told(record: Grant[], at = 10, by: StoryStep['grant']['by'] = 'admin') {
  const full = record.map((one, place) => {
    return { ...one, id: String(place), recordedAt: one.happenedAt, by, byEmail: undefined, eventId: undefined };
  });
  const { steps, today } = explainGrants(full, day(at));
  const order = { id: 'o', number: 1042 };
  const sentences = steps.map((step) => {
    const isRefund = step.grant.fact.kind === 'refund';
    const money = isRefund ? { amount: 4_900, currency: 'usd' } : undefined;
    const invoiceNumber = step.grant.cause.startsWith('invoice:') ? 'A-7' : undefined;
    return plain(tellStep({ ...step, order, invoiceNumber, money }, new Map([[PLAN, 'Team']])));
  });
  return { sentences, last: sentences.at(-1), today: plain(tellToday(today)), steps };
}

test('a purchase is told with what was bought', () => {
  const { sentences, today } = told([aPurchase]);
  expect(sentences).toEqual(['Order 1042 was paid: 6 places until 2027-01-01.']);
  expect(today).toBe('it works with 6 places until 2027-01-01.');
});

const refund = (units: number, isAll = false, time = 1) =>
  grant(4 + time, { kind: 'refund', ...of, refundId: 're_1', units, isAll }, `refund:re_1:${PAID}:${time}`);
const dispute = (status: 'open' | 'won' | 'lost', at = 5, suspends = true) =>
  grant(at, { kind: 'dispute', ...of, disputeId: 'dp_1', status, suspends }, `dispute:dp_1:${PAID}:${status}`);
const edit = (fact: GrantFact, at = 5) => grant(at, fact);
const renewal = grant(5, { kind: 'renewal', units: 2, termDays: 365, updateDays: null }, orderItemCause('second'));
const failed = grant(30, { kind: 'payment_failed', startsAt: day(30), graceDays: 14 }, invoice(1));
const carried: GrantFact = {
  ...{ kind: 'carried_over', limitChange: 1, isUnlimited: false, endsAt: day(365), updatesUntil: null },
  ...{ graceUntil: null, isSuspended: false, isRevoked: false },
};

test.each<[string, Grant[], string]>([
  ['a renewal', [aPurchase, renewal], 'Order 1042 renewed it for 365 days: until 2028-01-01.'],
  ['a refund of a unit', [aPurchase, refund(1)], 'Refund of 1 unit ($49.00): 3 places.'],
  ['a full refund', [aPurchase, refund(0, true)], 'Refund of the whole payment ($49.00): closed.'],
  [
    'a refund that failed',
    [aPurchase, refund(1), refund(0, false, 2)],
    'A refund failed or was booked elsewhere: 6 places.',
  ],
  ['a dispute', [aPurchase, dispute('open')], 'The buyer’s bank disputes the payment of order 1042: suspended.'],
  [
    'a dispute that does not suspend',
    [aPurchase, dispute('open', 5, false)],
    'The buyer’s bank disputes the payment of order 1042: nothing changed.',
  ],
  [
    'a dispute that was won',
    [aPurchase, dispute('open'), dispute('won', 6)],
    'The dispute about the payment of order 1042 was decided for the store: no longer suspended.',
  ],
  [
    'a dispute that was lost',
    [aPurchase, dispute('open'), dispute('lost', 6)],
    'The dispute about the payment of order 1042 was decided for the buyer: closed.',
  ],
  [
    'a change of plan',
    [aPurchase, edit({ kind: 'plan_change', planId: PLAN, units: 1, placesPerUnit: 10 })],
    'Its plan became Team, 1 unit: 10 places.',
  ],
  [
    'more places',
    [aPurchase, edit({ kind: 'limit_edit', isUnlimited: false, change: 2 })],
    'An admin changed its places: 8 places.',
  ],
  [
    'unlimited places',
    [aPurchase, edit({ kind: 'limit_edit', isUnlimited: true, change: 0 })],
    'An admin changed its places: unlimited places.',
  ],
  [
    'an extension',
    [aPurchase, edit({ kind: 'term_edit', endsAt: day(400), rule: 'not_before' })],
    'An admin extended it: until 2027-02-05.',
  ],
  [
    'an end for good',
    [aPurchase, edit({ kind: 'term_edit', endsAt: null, rule: 'exactly' })],
    'An admin set its end: for life.',
  ],
  [
    'an end of updates',
    [aPurchase, edit({ kind: 'updates_edit', updatesUntil: day(90) })],
    'An admin changed how long it gets updates: updates until 2026-04-01.',
  ],
  ['a suspension', [aPurchase, edit({ kind: 'suspension', isSuspended: true })], 'An admin suspended it: suspended.'],
  [
    'its end',
    [aPurchase, edit({ kind: 'suspension', isSuspended: true }), edit({ kind: 'suspension', isSuspended: false }, 6)],
    'An admin ended the suspension: no longer suspended.',
  ],
  [
    'an undone change',
    [aPurchase, edit({ kind: 'suspension', isSuspended: true }), edit({ kind: 'undo', of: 'edit:5' }, 6)],
    'An admin took an earlier change back: no longer suspended.',
  ],
  ['an older right', [aPurchase, edit(carried)], 'Carried over when this record was begun: 7 places.'],
  ['a paid period', [...aSubscriber, month(1)], 'Invoice A-7 was paid for 2026-01-31 to 2026-03-02: until 2026-03-02.'],
  [
    'a failed payment',
    [...aSubscriber, failed],
    'Invoice A-7 was not paid at the first try: works until 2026-02-14 although the term is over by then.',
  ],
  [
    'a payment given up',
    [...aSubscriber, failed, grant(40, { kind: 'payment_given_up' }, invoice(1))],
    'Invoice A-7 is no longer asked for: no days of grace any more.',
  ],
  [
    'a planned end',
    [...aSubscriber, edit({ kind: 'subscription', state: 'cancel_planned', endsAt: day(30) })],
    'The subscription was set to end on 2026-01-31: nothing changed.',
  ],
])('%s is told with what it changed', (_name, record, sentence) => {
  expect(told(record).last).toBe(sentence);
});

test.each<[string, Grant[], number, string]>([
  [
    'a subscription',
    aSubscriber,
    10,
    'it works with 3 places until 2026-01-31, and each further payment of its subscription moves that on.',
  ],
  [
    'a subscription in its days of grace',
    [...aSubscriber, failed],
    35,
    'it works with 3 places until 2026-02-14, although the time that was paid for ended on 2026-01-31.',
  ],
  [
    'an unpaid subscription',
    [...aSubscriber, failed],
    60,
    'it is over since 2026-01-31, because the time after that was not paid.',
  ],
  [
    'an ended subscription',
    [...aSubscriber, edit({ kind: 'subscription', state: 'ended', endsAt: day(30) })],
    60,
    'it is over since 2026-01-31, because its subscription ended.',
  ],
  ['a term that is over', [aPurchase], 400, 'it is over since 2027-01-01, because its term ended.'],
  ['a lifetime', [grant(0, { ...bought, endsAt: null }, PAID)], 400, 'it works with 6 places for life.'],
  ['a refunded right', [aPurchase, refund(2)], 10, 'it is closed, because every payment for it went back.'],
  [
    'a disputed right',
    [aPurchase, dispute('open')],
    10,
    'it is suspended, because the buyer’s bank disputes a payment for it.',
  ],
  [
    'a suspended right',
    [aPurchase, edit({ kind: 'suspension', isSuspended: true })],
    10,
    'it is suspended, because an admin closed it for a while.',
  ],
  [
    'one closed long ago',
    [aPurchase, edit({ ...carried, isRevoked: true })],
    10,
    'it is closed. That was so before this record was begun.',
  ],
])('of %s the last sentence says how it stands, and why', (_name, record, at, sentence) => {
  expect(told(record, at).today).toBe(sentence);
});

test('what was undone and what was paid back is marked', () => {
  const suspended = edit({ kind: 'suspension', isSuspended: true });
  const undone = told([aPurchase, suspended, edit({ kind: 'undo', of: 'edit:5' }, 6)]).steps;
  expect(undone.map(({ since }) => since)).toEqual(['stands', 'undone', 'stands']);
  const back = told([
    ...aSubscriber,
    month(1),
    { ...refund(0, true), fact: { kind: 'refund', of: invoice(1), refundId: 're_1', units: 0, isAll: true } },
  ]);
  expect(back.steps.filter(({ since }) => since === 'paid_back').map(({ grant: { cause } }) => cause)).toEqual([
    invoice(1),
  ]);
});

test('a refund that was made before its order was known is told after it', () => {
  const early = { ...refund(1), happenedAt: day(-1) };
  expect(told([aPurchase, early]).sentences).toEqual([
    'Order 1042 was paid: 6 places until 2027-01-01.',
    'Refund of 1 unit ($49.00): 3 places.',
  ]);
});

test.each([
  ['a right renewed by hand', aLife],
  ['a subscription', aSubscription],
])(
  'the last step of %s is what its record comes to, and each step begins where the one before ended',
  (_name, live) => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const record = live(seeded(seed));
      const { steps, today } = explainGrants(record, day(700));
      expect(steps).toHaveLength(record.length);
      expect(steps.at(-1)?.after, `seed ${seed}`).toEqual(computeStanding(record));
      expect(today.standing).toEqual(computeStanding(record));
      expect(steps.slice(1).map(({ before }) => before)).toEqual(steps.slice(0, -1).map(({ after }) => after));
    }
  },
);
