import { expect, test } from 'vitest';
import { type RenewalFacts, renewalOffer } from '@/lib/orders/renewal-offer';

const DAY_MS = 86_400_000;
const at = new Date('2027-03-01T12:00:00.000Z');
const day = (days: number) => new Date(at.getTime() + days * DAY_MS);
const rules = { manualRenewal: true, renewalDiscountPercent: 20, renewalOfferDays: 60, renewablePeriodDays: 60 };

const facts: RenewalFacts = {
  expiresAt: day(10),
  graceUntil: null,
  suspendedAt: null,
  revokedAt: null,
  isSubscription: false,
  isBeingPaid: false,
  isProductOnSale: true,
  units: 1,
  plan: { unitAmount: 4_900, currency: 'usd', termDays: 365, billingInterval: null },
};
const plan = (change: Partial<RenewalFacts['plan']>) => ({ plan: { ...facts.plan, ...change } });

test('what is left of a term is carried over, and what has passed is not charged again', () => {
  expect(renewalOffer(facts, at, rules)).toMatchObject({ ok: true, endsAt: day(375), closesAt: day(70) });
  const ended = { ...facts, expiresAt: day(-10) };
  expect(renewalOffer(ended, at, rules)).toMatchObject({ ok: true, endsAt: day(365), closesAt: day(50) });
});

test.each<[string, Partial<RenewalFacts>, Partial<typeof rules>]>([
  ['lifetime', { expiresAt: null }, {}],
  ['subscription', { isSubscription: true }, {}],
  ['subscription', { isSubscription: true, expiresAt: null }, {}],
  ['revoked', { revokedAt: day(-1) }, {}],
  ['suspended', { suspendedAt: day(-1) }, {}],
  ['payment_pending', { isBeingPaid: true }, {}],
  ['not_sold', { isProductOnSale: false }, {}],
  ['plan_recurs', plan({ billingInterval: 'year' }), {}],
  ['renewal_off', {}, { manualRenewal: false }],
  ['period_over', { expiresAt: day(-60) }, {}],
  ['period_over', { expiresAt: at }, { renewablePeriodDays: 0 }],
  ['not_yet', { expiresAt: day(61) }, {}],
])('it is refused as %s: %j %j', (reason, change, rule) => {
  expect(renewalOffer({ ...facts, ...change }, at, { ...rules, ...rule })).toMatchObject({ ok: false, reason });
});

test('it opens on the day that the setting says, with the price of today known before', () => {
  const early = renewalOffer({ ...facts, expiresAt: day(61) }, at, rules);
  expect(early).toMatchObject({ reason: 'not_yet', opensAt: day(1), price: { amount: 3_920 } });
  expect(renewalOffer({ ...facts, expiresAt: day(60) }, at, rules)).toMatchObject({ ok: true });
  expect(renewalOffer({ ...facts, expiresAt: day(-59.9) }, at, rules)).toMatchObject({ ok: true });
});

test('a plan that is for life today renews for life', () => {
  expect(renewalOffer({ ...facts, ...plan({ termDays: null }) }, at, rules)).toMatchObject({ ok: true, endsAt: null });
});

test.each([
  ['usd', 4_900, 1, 20, 3_920, 3_920],
  ['usd', 4_999, 3, 15, 4_249, 12_747],
  ['usd', 4_900, 2, 0, 4_900, 9_800],
  ['jpy', 999, 1, 15, 849, 849],
  ['jpy', 5_000, 7, 33, 3_350, 23_450],
  ['kwd', 12_350, 1, 15, 10_500, 10_500],
  ['kwd', 1_230, 2, 33, 820, 1_640],
  ['usd', 1, 1, 90, 0, 0],
])(
  'in %s a price of %d for %d less %d %% is %d for each, %d in all',
  (currency, unitAmount, units, percent, each, all) => {
    const offer = renewalOffer({ ...facts, units, ...plan({ currency, unitAmount }) }, at, {
      ...rules,
      renewalDiscountPercent: percent,
    });
    expect(offer).toMatchObject({
      ok: true,
      price: { units, unitAmount: each, amount: all, fullUnitAmount: unitAmount, fullAmount: unitAmount * units },
    });
  },
);
