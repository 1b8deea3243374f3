import { afterEach, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { findUnfulfilledOrders } from '@/lib/orders/find-unfulfilled-orders';
import { readInvoice } from '@/lib/orders/read-invoice';
import { present } from '../../payments/support';
import { useDatabase } from '../../support/database';
import { aCustomer, aProduct } from '../../support/factories';
import { buy, findOrder, mailsAbout, useShop } from '../support';
import { dayOf, PLANS, paymentOf, readAll, subscribe, toDay } from './support';

useDatabase();
const shop = useShop();
afterEach(() => setClockOffsetMs(0));

test('subscribing makes one order with its key, and the right lives as long as the first period', async () => {
  const { id, sessionId } = await subscribe(shop, { quantity: 2 });
  const { right, order, periods, ...subscription } = await readAll(id);
  expect(subscription).toMatchObject({ status: 'active', currency: 'usd', cancelAt: null });
  expect(subscription.items).toMatchObject([{ quantity: 2, unitAmount: 900 }]);
  expect(right).toMatchObject({ activationLimit: 2, revokedAt: null, graceUntil: null });
  expect(dayOf(right.expiresAt)).toBeGreaterThanOrEqual(28);
  expect(right.expiresAt).toEqual(subscription.renewsAt);
  expect(periods).toMatchObject([{ status: 'paid', totalAmount: 1_800, endsAt: right.expiresAt }]);
  expect(order).toMatchObject({ status: 'paid', totalAmount: 1_800 });
  expect(await mailsAbout(order.id)).toEqual(['order']);
  const bought = await findOrder(sessionId);
  expect(bought?.items[0]?.resource?.keys).toHaveLength(1);
  expect(bought?.payments).toMatchObject([{ status: 'succeeded', amount: 1_800 }]);
});

test('each renewal moves the end with what was paid, keeps the key, and is an order of its own', async () => {
  const { id } = await subscribe(shop);
  const before = await readAll(id);
  await toDay(shop, 65);
  const after = await readAll(id);
  expect(after.right.id).toBe(before.right.id);
  expect(dayOf(after.right.expiresAt)).toBeGreaterThan(85);
  expect(after.periods.map(({ status }) => status)).toEqual(['paid', 'paid', 'paid']);
  expect(after.right.expiresAt).toEqual(after.periods.at(-1)?.endsAt);
  expect(after.renewals).toMatchObject([
    { status: 'paid', totalAmount: 900, subtotalAmount: 900, discountAmount: 0, checkoutId: null },
    { status: 'paid', totalAmount: 900 },
  ]);
  expect(after.order).toMatchObject({ totalAmount: 900 });
  expect(await findUnfulfilledOrders()).toEqual([]);
  expect(await db().apiResource.count({ where: { customerId: after.customerId } })).toBe(1);
});

test('a trial costs nothing, its right lives as long as it, and then the paid period takes over', async () => {
  const plans = [{ name: 'Solo', unitAmount: 900, billingInterval: 'month' as const, trialDays: 14 }];
  const { id } = await subscribe(shop, { plans });
  const trial = await readAll(id);
  expect(trial).toMatchObject({ status: 'trialing', order: { totalAmount: 0, status: 'paid' } });
  expect(dayOf(trial.right.expiresAt)).toBe(14);
  await toDay(shop, 12);
  expect(await mailsAbout(trial.id)).toEqual(['trial_ending']);
  await toDay(shop, 15);
  const paid = await readAll(id);
  expect(paid.status).toBe('active');
  expect(dayOf(paid.right.expiresAt)).toBeGreaterThan(40);
  expect(paid.renewals).toMatchObject([{ totalAmount: 900 }]);
});

test('the lines of an order that begins with a trial, and of its invoice, add up to what was charged', async () => {
  const [trial, once] = [
    await aProduct({ plans: [{ unitAmount: 900, billingInterval: 'month', trialDays: 14 }] }),
    await aProduct(),
  ];
  const lines = [trial, once].map(({ plan }) => ({ planNumber: plan.number, quantity: 2 }));
  const order = present((await buy(shop, { lines })).order);
  expect(order).toMatchObject({ subtotalAmount: 9_800, totalAmount: 9_800 });
  expect(order.items).toMatchObject([
    { unitAmount: 0, totalAmount: 0, trialDays: 14 },
    { unitAmount: 4_900, totalAmount: 9_800, trialDays: null },
  ]);
  const invoice = present(await readInvoice({ orderId: order.id }));
  expect(invoice.lines).toMatchObject([
    { unitAmount: 0, amount: 0, trialDays: 14 },
    { unitAmount: 4_900, amount: 9_800, trialDays: null },
  ]);
  expect(invoice.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(invoice.subtotalAmount);
});

test.each([1, 2, 3, 4])('whatever of a purchase arrives first (%i), it is one order with one right', async (seed) => {
  const { double } = shop.payments;
  const { id } = await subscribe(shop, { deliver: false });
  double.setChaos({ reorder: true, duplicate: true, drop: seed % 2, seed });
  await double.settle();
  double.setChaos({});
  const { order, renewals, customerId, right, periods } = await readAll(id);
  expect(await db().order.count({ where: { customerId } })).toBe(1);
  expect(await db().apiResource.count({ where: { customerId } })).toBe(1);
  expect({ renewals, status: order.status, count: periods.length }).toEqual({ renewals: [], status: 'paid', count: 1 });
  expect(right.expiresAt).toEqual(periods[0]?.endsAt);
});

test('what is bought once beside a subscription is paid with the first period and lives by its own term', async () => {
  const [monthly, once] = [await aProduct({ plans: PLANS }), await aProduct()];
  const lines = [once, monthly].map(({ plan }) => ({ planNumber: plan.number, quantity: 1 }));
  const { order } = await buy(shop, { lines });
  expect(order).toMatchObject({ status: 'paid', totalAmount: 4900 + 900 });
  const [forYears, forMonths] = present(order).items.map(({ resource }) => dayOf(present(resource).expiresAt));
  expect([forYears, present(forMonths) < 32]).toEqual([365, true]);
  const { subscription } = await shop.payments.stripe.checkout.sessions.retrieve(
    present(order?.checkout?.stripeSessionId),
  );
  const payment_intent = await paymentOf(shop, String(subscription), 0);
  await shop.payments.stripe.refunds.create({ payment_intent });
  await shop.payments.double.settle();
  const back = await db().apiResource.findMany({ where: { customerId: present(order).customerId } });
  expect(back.map(({ revokedAt }) => revokedAt !== null)).toEqual([true, true]);
});

test('only a customer’s first subscription of a product has its trial', async () => {
  const { id: customerId } = await aCustomer();
  const product = await aProduct({ plans: [{ unitAmount: 900, billingInterval: 'month', trialDays: 14 }] });
  const lines = [{ planNumber: product.plan.number, quantity: 1 }];
  const first = await buy(shop, { lines, buyer: { kind: 'customer', customerId } });
  const second = await buy(shop, { lines, buyer: { kind: 'customer', customerId } });
  expect([first.order?.totalAmount, second.order?.totalAmount]).toEqual([0, 900]);
});
