import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { aTerm, standingOf } from '../../../../orders/renewal-support';
import { sessionOf, useShop } from '../../../../orders/support';
import { useDatabase } from '../../../../support/database';
import { bySystem } from '../../../../support/factories';
import { aCaller } from '../admin-calls';

useDatabase();
const shop = useShop();

beforeAll(async () => {
  await saveStoreSettings({ renewalDiscountPercent: 20 }, bySystem);
});

async function anOwner(daysLeft: number) {
  const caller = await aCaller('customer');
  return { ...caller, term: await aTerm(daysLeft, { customerId: caller.owner.id }) };
}

test('a key lists its owner’s renewals with their price, and opens a payment page that lengthens the licence', async () => {
  const { call, term } = await anOwner(20);
  const { json } = await call('GET', '/renewals');
  const price = { amount: 3_920, full_amount: 4_900, discount_percent: 20, units: 1, currency: 'usd' };
  expect(json.data).toMatchObject([{ licence_number: term.resourceNumber, state: 'open', price }]);
  const made = await call('POST', '/renewals', { licences: [term.resourceNumber], expected_amount: 3_920 });
  expect(made.status).toBe(201);
  await shop.payments.double.act(sessionOf(made.json.payment_url), 'pay');
  await shop.payments.double.settle();
  expect((await standingOf(term)).expiresAt?.toISOString()).toBe(json.data[0].renewed_until);
  const [later] = (await call('GET', '/renewals')).json.data;
  expect(later).toMatchObject({ state: 'not_yet', renewed_until: null });
  expect(later.opens_at).not.toBeNull();
});

test('what cannot be renewed is refused in a word, a stranger’s licence is not found, and nothing is asked for', async () => {
  const { call, term, owner } = await anOwner(300);
  const asked = { licences: [term.resourceNumber] };
  const early = await call('POST', '/renewals', asked);
  expect([early.status, early.json.errors]).toEqual([
    400,
    [{ field: 'licences.0', problem: 'cannot be renewed: not_yet' }],
  ]);
  const stranger = await aTerm(20);
  expect((await call('POST', '/renewals', { licences: [stranger.resourceNumber] })).status).toBe(404);
  const due = await aTerm(20, { customerId: owner.id });
  const dearer = await call('POST', '/renewals', { licences: [due.resourceNumber], expected_amount: 1 });
  expect(dearer.json.errors).toMatchObject([{ field: 'expected_amount' }]);
  expect(await db().checkout.count({ where: { customerId: owner.id } })).toBe(0);
});
