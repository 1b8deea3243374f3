import { expect, test } from 'vitest';
import { furtherTerm, type ResourceTerm, resourceTerm, type TermFacts } from '@/lib/licensing/resource-term';

const DAY_MS = 86_400_000;
const at = new Date('2026-06-01T00:00:00Z');
const days = (count: number) => new Date(at.getTime() + count * DAY_MS);
const open: TermFacts = {
  expiresAt: null,
  graceUntil: null,
  suspendedAt: null,
  revokedAt: null,
  subscription: undefined,
};
const subscription = { isEnding: false, isPaused: false, payUrl: null };
const payUrl = 'https://pay.example/invoice';
const settings = { renewablePeriodDays: 60 };

test.each<[string, Partial<TermFacts>, ResourceTerm]>([
  ['a right for life', {}, { kind: 'lifetime' }],
  ['a fixed term', { expiresAt: days(9) }, { kind: 'until', until: days(9) }],
  ['a subscription', { expiresAt: days(9), subscription }, { kind: 'when_cancelled', paidUntil: days(9) }],
  [
    'a subscription whose payment failed',
    { expiresAt: days(-1), graceUntil: days(13), subscription: { ...subscription, payUrl } },
    { kind: 'payment_grace', until: days(13), payUrl },
  ],
  [
    'a subscription that was cancelled',
    { expiresAt: days(9), subscription: { ...subscription, isEnding: true } },
    { kind: 'cancelled', until: days(9) },
  ],
  [
    'a subscription that is paused',
    { expiresAt: days(9), subscription: { ...subscription, isPaused: true } },
    { kind: 'paused', until: days(9) },
  ],
  [
    'a cancelled subscription whose paid time is over',
    { expiresAt: days(-9), subscription: { ...subscription, isEnding: true } },
    { kind: 'ended', endedAt: days(-9) },
  ],
  [
    'a subscription whose grace is over',
    { expiresAt: days(-15), graceUntil: days(-1), subscription },
    { kind: 'ended', endedAt: days(-15) },
  ],
  ['a fixed term that ended now', { expiresAt: at }, { kind: 'renewable', endedAt: at, until: days(60) }],
  [
    'a fixed term at the last instant of its renewable period',
    { expiresAt: new Date(days(-60).getTime() + 1) },
    { kind: 'renewable', endedAt: new Date(days(-60).getTime() + 1), until: new Date(at.getTime() + 1) },
  ],
  ['a fixed term after its renewable period', { expiresAt: days(-60) }, { kind: 'ended', endedAt: days(-60) }],
  ['a right on hold', { expiresAt: days(-1), suspendedAt: at }, { kind: 'suspended' }],
  ['a right taken back', { suspendedAt: at, revokedAt: at }, { kind: 'revoked' }],
])('%s is told as such', (_name, facts, term) => {
  expect(resourceTerm({ ...open, ...facts }, at, settings)).toEqual(term);
});

test('a store without a renewable period says that the term has ended', () => {
  expect(resourceTerm({ ...open, expiresAt: at }, at, { renewablePeriodDays: 0 })).toEqual({
    kind: 'ended',
    endedAt: at,
  });
});

test('of several rights to a product the one that reaches furthest is told, a working one before any other', () => {
  const ascending: ResourceTerm[] = [
    { kind: 'revoked' },
    { kind: 'ended', endedAt: days(-90) },
    { kind: 'ended', endedAt: days(-70) },
    { kind: 'renewable', endedAt: days(-9), until: days(51) },
    { kind: 'suspended' },
    { kind: 'until', until: days(1) },
    { kind: 'payment_grace', until: days(2), payUrl: null },
    { kind: 'when_cancelled', paidUntil: days(3) },
    { kind: 'lifetime' },
  ];
  ascending.forEach((lower, i) => {
    for (const higher of ascending.slice(i + 1)) {
      expect(furtherTerm(lower, higher)).toBe(higher);
      expect(furtherTerm(higher, lower)).toBe(higher);
    }
  });
});
