import { describe, expect, test } from 'vitest';
import { computeStanding } from '@/lib/licensing/grants/compute-standing';
import { editLimit } from '@/lib/licensing/grants/edit-limit';
import { type Grant, type GrantFact, invoiceCause, orderItemCause } from '@/lib/licensing/grants/grant-fact';
import { refundFacts } from '@/lib/licensing/grants/refund-facts';
import { unitsHeld } from '@/lib/licensing/grants/units-held';

const DAY_MS = 86_400_000;
const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * DAY_MS);
const PLAN = '00000000-0000-4000-8000-000000000001';
const OTHER_PLAN = '00000000-0000-4000-8000-000000000002';
const ITEM = orderItemCause('first');

const grant = (cause: string, at: number, fact: GrantFact): Grant => ({ cause, happenedAt: day(at), fact });
const purchase = (facts: Partial<Extract<GrantFact, { kind: 'purchase' }>> = {}): Grant =>
  grant(ITEM, 0, {
    ...{ kind: 'purchase', planId: PLAN, units: 3, placesPerUnit: 2, endsAt: day(365), updatesUntil: null },
    isSubscription: false,
    ...facts,
  });
const subscription = () => purchase({ isSubscription: true, endsAt: null, units: 1 });
const period = (invoice: string, from: number, to: number) =>
  grant(invoiceCause(invoice), from, { kind: 'period', startsAt: day(from), endsAt: day(to) });
const failed = (invoice: string, from: number) =>
  grant(invoiceCause(invoice), from, { kind: 'payment_failed', startsAt: day(from), graceDays: 14 });
const renewal = (item: string, at: number, units = 3) =>
  grant(orderItemCause(item), at, { kind: 'renewal', units, termDays: 365, updateDays: null });
const dispute = (status: 'open' | 'won' | 'lost', of = ITEM, at = 20) =>
  grant(`dispute:dp_1:${status}`, at, { kind: 'dispute', of, disputeId: 'dp_1', status, suspends: true });
const refund = (refundId: string, units: number, { of = ITEM, isAll = false, times = 1 } = {}) =>
  grant(`refund:${refundId}:${of}:${times}`, 10, { kind: 'refund', of, refundId, units, isAll });
const edit = (name: string, at: number, fact: GrantFact) => grant(`edit:${name}`, at, fact);

const of = (...grants: Grant[]) => computeStanding(grants);

describe('refunds', () => {
  test('some units back take their places and leave the term', () => {
    expect(of(purchase(), refund('re_1', 1))).toMatchObject({ activationLimit: 4, expiresAt: day(365) });
  });
  test('all units back revoke, in one refund or in several', () => {
    expect(of(purchase(), refund('re_1', 3))).toEqual({ isRevoked: true });
    expect(of(purchase(), refund('re_1', 1), refund('re_2', 2))).toEqual({ isRevoked: true });
  });
  test('a refund that failed is as if it had never been', () => {
    expect(of(purchase(), refund('re_1', 3), refund('re_1', 0, { times: 2 }))).toEqual(of(purchase()));
  });
  test('a refunded duplicate renewal takes away its own year and nothing else', () => {
    const once = of(purchase(), renewal('second', 300));
    expect(of(purchase(), renewal('second', 300), renewal('again', 301))).toMatchObject({ expiresAt: day(3 * 365) });
    const back = refund('re_1', 3, { of: orderItemCause('again') });
    expect(of(purchase(), renewal('second', 300), renewal('again', 301), back)).toEqual(once);
  });
  test('the first payment back leaves what a renewal paid for', () => {
    expect(of(purchase(), renewal('second', 300), refund('re_1', 3))).toMatchObject({
      isRevoked: false,
      activationLimit: 6,
      expiresAt: day(665),
    });
  });
  test('a subscription’s refunded month ends with the month before; with its only one it is revoked', () => {
    const back = refund('re_1', 0, { of: invoiceCause('in_2'), isAll: true });
    expect(of(subscription(), period('in_1', 0, 31), period('in_2', 31, 59), back)).toMatchObject({
      expiresAt: day(31),
    });
    const first = refund('re_2', 0, { of: invoiceCause('in_1'), isAll: true });
    expect(of(subscription(), period('in_1', 0, 31), first)).toEqual({ isRevoked: true });
  });
});

describe('units of a renewed right', () => {
  const renewed = [purchase(), refund('re_1', 1), renewal('second', 300, 2)];
  test.each<[string, Grant[]]>([
    ['its other units go back', [refund('re_2', 2)]],
    ['all of its money goes back', [refund('re_2', 0, { isAll: true })]],
    ['its bank takes it back', [dispute('lost')]],
  ])('the first payment partly back and then wholly, because %s, never gives places', (_cause, news) => {
    expect(of(...renewed)).toMatchObject({ activationLimit: 4 });
    expect(of(...renewed, ...news)).toMatchObject({ isRevoked: false, activationLimit: 4, expiresAt: day(665) });
    expect(unitsHeld([...renewed, ...news])).toBe(2);
  });
  test('no order of refunds of the first payment moves what a renewal of all its units paid for', () => {
    const known = [purchase(), renewal('second', 300)];
    for (const back of [[refund('re_1', 1)], [refund('re_1', 3)], [refund('re_1', 1), refund('re_2', 2)]]) {
      expect(of(...known, ...back)).toMatchObject({ activationLimit: 6 });
    }
  });
  test('some units of a renewal back: its term holds for the others', () => {
    const back = refund('re_1', 2, { of: orderItemCause('second') });
    const known = [purchase(), renewal('second', 300), back];
    expect(of(...known)).toMatchObject({ activationLimit: 2, expiresAt: day(2 * 365) });
    expect(unitsHeld(known)).toBe(1);
    const failed = refund('re_1', 0, { of: orderItemCause('second'), times: 2 });
    expect(of(...known, failed)).toEqual(of(purchase(), renewal('second', 300)));
  });
  test('all units of a renewal back: what was held before it stands again', () => {
    const back = refund('re_2', 2, { of: orderItemCause('second') });
    expect(of(...renewed, back)).toEqual(of(purchase(), refund('re_1', 1)));
    expect(unitsHeld([...renewed, back])).toBe(2);
  });
  test('places that an admin added stay beside the units that are left', () => {
    const more = edit('more', 310, { kind: 'limit_edit', isUnlimited: false, change: 5 });
    expect(of(...renewed, more, refund('re_2', 2))).toMatchObject({ activationLimit: 9 });
  });
  test('when nothing of it stands, it would be renewed as it was bought', () => {
    expect(unitsHeld([purchase(), refund('re_1', 1), refund('re_2', 2)])).toBe(3);
  });
});

describe('disputes', () => {
  test('open suspends, won opens again, lost revokes', () => {
    expect(of(purchase(), dispute('open'))).toMatchObject({ isSuspended: true });
    expect(of(purchase(), dispute('open'), dispute('won'))).toEqual(of(purchase()));
    expect(of(purchase(), dispute('open'), dispute('lost'))).toEqual({ isRevoked: true });
  });
  test('what was decided stays decided when the opening is told late', () => {
    expect(of(purchase(), dispute('won'), dispute('open'))).toEqual(of(purchase()));
    expect(of(purchase(), dispute('lost'), dispute('open'))).toEqual({ isRevoked: true });
  });
  test('won does not open what an admin has suspended', () => {
    const closed = edit('close', 5, { kind: 'suspension', isSuspended: true });
    expect(of(purchase(), closed, dispute('open'), dispute('won'))).toMatchObject({ isSuspended: true });
  });
  test('lost over one renewal takes away that renewal only', () => {
    const lost = dispute('lost', orderItemCause('second'), 310);
    expect(of(purchase(), renewal('second', 300), lost)).toMatchObject({ isRevoked: false, expiresAt: day(365) });
  });
});

describe('subscriptions', () => {
  test('the end is that of the paid period, grace counts from it, and the next payment ends the grace', () => {
    const owed = [subscription(), period('in_1', 0, 31), failed('in_2', 31)];
    expect(computeStanding(owed)).toMatchObject({ expiresAt: day(31), graceUntil: day(45) });
    expect(of(...owed, period('in_2', 31, 59))).toMatchObject({ expiresAt: day(59), graceUntil: null });
  });
  test('an invoice that was never settled earns no grace once a later period is paid', () => {
    const paidLater = [subscription(), period('in_1', 0, 31), failed('in_2', 31), period('in_3', 59, 90)];
    expect(computeStanding(paidLater)).toMatchObject({ expiresAt: day(90), graceUntil: null });
    const again = [...paidLater, failed('in_4', 90)];
    expect(computeStanding(again)).toMatchObject({ expiresAt: day(90), graceUntil: day(104) });
  });
  test('a failed invoice for the very time that another one paid earns no grace', () => {
    expect(of(subscription(), period('in_1', 0, 31), failed('in_2', 31), period('in_3', 31, 59))).toMatchObject({
      graceUntil: null,
    });
  });
  test('a change to a shorter period ends with the shorter one', () => {
    expect(of(subscription(), period('in_1', 0, 365), period('in_2', 100, 131))).toMatchObject({
      expiresAt: day(131),
    });
  });
  test('a plan change keeps what an admin added', () => {
    const more = edit('more', 1, { kind: 'limit_edit', isUnlimited: false, change: 5 });
    const up = grant('plan:1', 2, { kind: 'plan_change', planId: OTHER_PLAN, units: 1, placesPerUnit: 10 });
    expect(of(subscription(), period('in_1', 0, 31), more, up)).toMatchObject({
      planId: OTHER_PLAN,
      activationLimit: 15,
    });
  });
});

describe('edits', () => {
  test.each([
    ['more', 10, 10],
    ['fewer', 1, 1],
    ['unlimited', null, null],
  ])('a limit set to %s stands, and is taken back by its undo', (_name, wanted, limit) => {
    const known = [purchase()];
    const edited = [...known, ...editLimit(known, wanted, day(5))];
    expect(computeStanding(edited)).toMatchObject({ activationLimit: limit });
    const undo = edit('undo', 6, { kind: 'undo', of: edited.at(-1)?.cause ?? '' });
    expect(computeStanding([...edited, undo])).toEqual(computeStanding(known));
  });
  test('unlimited and back to a number gives that number', () => {
    const known = [purchase()];
    const unlimited = [...known, ...editLimit(known, null, day(5))];
    expect(computeStanding([...unlimited, ...editLimit(unlimited, 4, day(6))])).toMatchObject({ activationLimit: 4 });
  });
  test('an edit of the limit does not revive a revoked key', () => {
    const known = [purchase(), refund('re_1', 3)];
    expect(editLimit(known, 10, day(20))).toEqual([]);
    const late = edit('late', 20, { kind: 'limit_edit', isUnlimited: false, change: 9 });
    expect(of(...known, late)).toEqual({ isRevoked: true });
  });
});

test('refunds told again make no facts, and one booked elsewhere is taken back', () => {
  const part = { refundId: 're_1', units: 1, isAll: false, at: day(10) };
  const first = refundFacts([purchase()], ITEM, [part]);
  expect(first).toHaveLength(1);
  const known = [purchase(), ...first];
  expect(refundFacts(known, ITEM, [part])).toEqual([]);
  const back = refundFacts(known, ITEM, []);
  expect(computeStanding([...known, ...back])).toEqual(computeStanding([purchase()]));
  expect(refundFacts([...known, ...back], ITEM, [part])).toHaveLength(1);
});

test('a record without a purchase is an error, not a right', () => {
  expect(() => of(renewal('second', 3))).toThrow('begins with a purchase');
});
