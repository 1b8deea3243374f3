import { expect, test } from 'vitest';
import { importDocument } from '@/lib/orders/import-document';

const plan = { number: 5, name: 'One', unitAmount: 100, currency: 'usd', activationLimit: 1, termDays: null };
const product = { number: 5, slug: 'five', title: 'Five', plans: [plan] };
const item = { planNumber: 5 };
const order = { number: 5, placedAt: '2026-01-01', items: [item] };
const customer = { email: 'five@example.test', orders: [order] };

const ofPlan = (facts: object) => ({ products: [{ ...product, plans: [{ ...plan, ...facts }] }] });
const ofOrder = (facts: object) => ({ customers: [{ ...customer, orders: [{ ...order, ...facts }] }] });
const ofItem = (facts: object) => ofOrder({ items: [{ ...item, ...facts }] });
const said = (document: unknown) =>
  importDocument.safeParse(document).error?.issues.map(({ path, message }) => [path.join('.'), message]);

const DATE =
  'must be a date since 2000 in quotes, like "2027-01-01" or with its time and offset "2027-01-01T12:00:00Z"';

test.each([
  1_798_761_600,
  1_798_761_600_000,
  '1798761600',
  '1999-12-31',
  '2025-02-30',
  '2027-01-01T12:00:00',
  '01/02/2027',
  '2027',
  '',
  true,
])('%j is no date, and the sentence says what to write', (date) => {
  expect(said(ofItem({ expiresAt: date }))).toEqual([['customers.0.orders.0.items.0.expiresAt', DATE]]);
  expect(said(ofOrder({ placedAt: date }))).toEqual([['customers.0.orders.0.placedAt', DATE]]);
});

test('null is no day of an order or a release, and lifetime where a right ends', () => {
  expect(said(ofOrder({ placedAt: null }))).toEqual([['customers.0.orders.0.placedAt', DATE]]);
  const releases = [{ version: '1.0', releasedAt: null }];
  expect(said({ products: [{ ...product, releases }] })).toEqual([['products.0.releases.0.releasedAt', DATE]]);
  expect(said(ofItem({ expiresAt: null, updatesUntil: null }))).toBeUndefined();
});

test('a day is its first moment in UTC, and a time with an offset is that moment', () => {
  const read = (placedAt: string) =>
    importDocument.parse(ofOrder({ placedAt })).customers[0]?.orders[0]?.placedAt.toISOString();
  expect(read('2027-01-01')).toBe('2027-01-01T00:00:00.000Z');
  expect(read('2027-01-01T12:00:00+02:00')).toBe('2027-01-01T10:00:00.000Z');
});

test.each([
  [ofPlan({ unitAmount: 3_000_000_000 }), 'products.0.plans.0.unitAmount'],
  [ofPlan({ currency: 'kwd', unitAmount: 1_234 }), 'products.0.plans.0.unitAmount'],
  [ofPlan({ currency: 'zzz' }), 'products.0.plans.0.currency'],
  [ofPlan({ currency: 'USD' }), 'products.0.plans.0.currency'],
  [ofPlan({ termDays: 99_999_999 }), 'products.0.plans.0.termDays'],
  [ofPlan({ updateDays: 0 }), 'products.0.plans.0.updateDays'],
  [ofPlan({ activationLimit: 3_000_000_000 }), 'products.0.plans.0.activationLimit'],
  [ofPlan({ name: 'nul\0' }), 'products.0.plans.0.name'],
  [{ products: [{ ...product, faqMd: 'nul\0' }] }, 'products.0.faqMd'],
  [{ products: [{ ...product, descriptionMd: 'half \ud83d' }] }, 'products.0.descriptionMd'],
  [{ products: [{ ...product, pageUrl: 'javascript:alert(1)' }] }, 'products.0.pageUrl'],
  [ofItem({ quantity: 2_147_483_647 }), 'customers.0.orders.0.items.0.quantity'],
  [{ customers: [{ ...customer, name: 'nul\0here' }] }, 'customers.0.name'],
])('%j is refused by its place', (document, place) => {
  expect(said(document)?.map(([path]) => path)).toEqual([place]);
});

test('a text of several lines is a text', () => {
  expect(said({ products: [{ ...product, descriptionMd: '# One\r\n\n\tTwo 🙂' }] })).toBeUndefined();
});
