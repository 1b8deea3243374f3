import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { now } from '@/lib/clock';
import { inTransaction } from '@/lib/db/client';
import { listRenewals } from '@/lib/orders/list-renewals';
import { lockOrder } from '@/lib/orders/lock-order';
import { previewRefund } from '@/lib/orders/preview-refund';
import { refundOrder } from '@/lib/orders/refund-order';
import type { RefundStanding } from '@/lib/payments/checkout-payment';
import { present } from '../payments/support';
import { useDatabase } from '../support/database';
import { aCustomer, bySystem } from '../support/factories';
import { aTerm, daysFrom, renew, standingOf } from './renewal-support';
import { useShop } from './support';

useDatabase();
const shop = useShop();

type Term = Awaited<ReturnType<typeof aTerm>>;

/** All refunds there have been of an order's only item, each of so many units of 49.00. */
async function giveBack(orderId: string, ...units: number[]): Promise<void> {
  const refunds = units.map(
    (quantity, n): RefundStanding => ({
      ...{ refundId: `re_${orderId}_${n}`, status: 'succeeded', reason: 'requested_by_customer', quantities: [] },
      ...{ amount: quantity * 4_900, parts: [{ position: 0, quantity, amount: quantity * 4_900 }] },
      createdAt: now(),
    }),
  );
  await inTransaction(async (tx) => {
    await refundOrder(tx, { order: await lockOrder(tx, orderId), refunds, at: now(), actor: bySystem });
  });
}

/** Three units of three places, of which 20 days are left. */
const threeUnits = () => aTerm(20, { quantity: 3 });

async function unitsOffered({ customerId, resourceId }: Term): Promise<number | undefined> {
  const [renewal] = await listRenewals({ customerId, apiResourceIds: [resourceId] });
  const offer = renewal?.offer;
  if (!offer) throw new Error('The right is not there');
  return offer.ok || offer.reason === 'not_yet' ? offer.price.units : undefined;
}

test('refunds of the first payment never give places to a renewal of fewer units, and it is renewed for these', async () => {
  const term = await threeUnits();
  expect(await standingOf(term)).toMatchObject({ limit: 9 });
  await giveBack(term.orderId, 1);
  expect(await standingOf(term)).toMatchObject({ limit: 6 });
  const { order } = await renew(shop, term);
  expect(order?.items[0]?.quantity).toBe(2);
  await giveBack(term.orderId, 1, 2);
  expect(await standingOf(term)).toMatchObject({ limit: 6, isRevoked: false });
  expect(await unitsOffered(term)).toBe(2);
});

test('some units of a renewal given back: the preview says which places go, and its term holds for the others', async () => {
  const term = await threeUnits();
  const end = present((await standingOf(term)).expiresAt);
  const { order } = await renew(shop, term);
  const { id, number } = present(order);
  const parts = [{ position: 0, quantity: 2, amount: 9_800 }];
  const wish = { parts, reason: 'requested_by_customer' as const };
  const seen = await previewRefund(number, wish, { actor: bySystem, at: now() });
  if (!seen.ok) throw new Error(seen.reason);
  expect(seen.preview.effect.resources).toMatchObject([
    { resourceNumber: term.resourceNumber, keysStopping: 0, limit: { was: 9, is: 3 } },
  ]);
  await giveBack(id, 2);
  expect(await standingOf(term)).toMatchObject({ limit: 3, expiresAt: daysFrom(end, 365) });
  expect(await unitsOffered(term)).toBe(1);
  await giveBack(id, 2, 1);
  expect(await standingOf(term)).toMatchObject({ limit: 9, expiresAt: end, isRevoked: false });
});

test('the records of all licences of a list are read by one statement', async () => {
  const { id: customerId } = await aCustomer();
  const terms = [];
  for (const quantity of [1, 2, 3, 4]) terms.push(await aTerm(20, { customerId, quantity }));
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  const renewals = await listRenewals({ customerId });
  const statements = sent.mock.calls.map(([statement]) => JSON.stringify(statement));
  sent.mockRestore();
  expect(statements.filter((text) => text.includes('resource_grant'))).toHaveLength(1);
  expect(renewals.map(({ offer }) => (offer.ok ? offer.price.units : undefined))).toEqual([1, 2, 3, 4]);
  expect(terms.map(({ resourceId }) => resourceId)).toEqual(renewals.map(({ apiResourceId }) => apiResourceId));
});
