import { afterEach, expect, test } from 'vitest';
import { now, setClockOffsetMs } from '@/lib/clock';
import { changeRole } from '@/lib/customers/change-standing';
import { db } from '@/lib/db/client';
import { closePaymentPages } from '@/lib/orders/close-payment-pages';
import { cancelSubscription } from '@/lib/orders/subscriptions/cancel-subscription';
import { readDeletion } from '@/lib/personal-data/read-deletion';
import { subscribe } from '../orders/subscriptions/support';
import { buy, findOrder, pressPay, useShop } from '../orders/support';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';
import { aPerson } from '../support/second-factors';
import { pressDelete } from './support';

useDatabase();
const shop = useShop();
afterEach(() => setClockOffsetMs(0));

const signedIn = async (facts: Parameters<typeof aPerson>[1] = {}) => {
  const person = await aPerson(now(), { emailVerifiedAt: now(), ...facts });
  return { ...person, customerId: person.customer.id };
};
const obstaclesOf = async (customerId: string) => (await readDeletion(customerId)).obstacles;
const notNow = { ok: false, reason: 'not_now' };

test('an administrator gives up the role first, whether they are the last one or not', async () => {
  const person = await signedIn({ role: 'admin' });
  const other = await aCustomer({ role: 'admin' });
  expect(await obstaclesOf(person.customerId)).toEqual([{ kind: 'administrator' }]);
  expect(await pressDelete(person)).toEqual(notNow);
  const { customerId } = person;
  await changeRole({ customerId, role: 'customer', actor: { kind: 'admin', id: other.id } });
  expect(await obstaclesOf(customerId)).toEqual([]);
});

test('a subscription that renews is cancelled first; then it no longer stands against it', async () => {
  const person = await signedIn();
  const { customerId, actor } = person;
  const { id, product } = await subscribe(shop, { customerId });
  const row = await db().subscription.findUniqueOrThrow({ where: { stripeSubscriptionId: id } });
  const told = { id: row.id, number: row.number, productTitle: product.title };
  expect(await obstaclesOf(customerId)).toEqual([{ kind: 'subscription_renews', ...told }]);
  expect(await pressDelete(person)).toEqual(notNow);
  await cancelSubscription({ subscriptionId: row.id, owner: { customerId }, actor });
  expect(await obstaclesOf(customerId)).toEqual([]);
  await db().subscriptionPeriod.updateMany({ where: { subscriptionId: row.id }, data: { status: 'open' } });
  expect(await obstaclesOf(customerId)).toEqual([{ kind: 'invoice_owed', ...told }]);
  expect(await pressDelete(person)).toEqual(notNow);
});

test('a payment page that can still be paid stands against it, until it is closed or paid', async () => {
  const person = await signedIn();
  const { customerId } = person;
  const buyer = { kind: 'customer' as const, customerId };
  const { sessionId, payUrl } = await pressPay({ buyer });
  expect(await obstaclesOf(customerId)).toMatchObject([{ kind: 'payment_open', payUrl }]);
  expect(await pressDelete(person)).toEqual(notNow);
  expect(await closePaymentPages({ customerId })).toEqual({ ok: true });
  expect((await shop.payments.stripe.checkout.sessions.retrieve(sessionId)).status).toBe('expired');
  expect(await obstaclesOf(customerId)).toEqual([]);
  expect(await shop.payments.double.act(sessionId, 'pay')).toMatchObject({ ok: false });
});

test('a payment page that was paid before it was closed is an order, as always', async () => {
  const { customerId } = await signedIn();
  const { sessionId } = await pressPay({ buyer: { kind: 'customer', customerId } });
  await shop.payments.double.act(sessionId, 'pay');
  expect(await closePaymentPages({ customerId })).toEqual({ ok: true });
  expect(await findOrder(sessionId)).toMatchObject({ status: 'paid', customerId });
  await shop.payments.double.settle();
});

test('another person’s payment page is not closed', async () => {
  const [one, other] = [await signedIn(), await signedIn()];
  const { sessionId } = await pressPay({ buyer: { kind: 'customer', customerId: one.customerId } });
  await closePaymentPages({ customerId: other.customerId });
  expect((await shop.payments.stripe.checkout.sessions.retrieve(sessionId)).status).toBe('open');
});

test('money that is on its way is waited for', async () => {
  const person = await signedIn();
  const { customerId } = person;
  const { sessionId, order } = await buy(shop, { buyer: { kind: 'customer', customerId } }, ['later']);
  const told = { kind: 'payment_unsettled', orderId: order?.id, orderNumber: order?.number };
  expect(await obstaclesOf(customerId)).toEqual([told]);
  expect(await pressDelete(person)).toEqual(notNow);
  await shop.payments.double.act(sessionId, 'fail');
  await shop.payments.double.settle();
  expect(await pressDelete(person)).toEqual({ ok: true });
});

test('a checkout whose payment page never opened is no obstacle after a quarter of an hour', async () => {
  const { customerId, customer } = await signedIn();
  await db().checkout.create({
    data: {
      ...{ tokenDigest: new Uint8Array([1, 2, 3]), customerId, email: customer.email, items: [], currency: 'usd' },
      ...{ createdAt: now(), expiresAt: new Date(now().getTime() + 86_400_000) },
    },
  });
  expect(await obstaclesOf(customerId)).toMatchObject([{ kind: 'payment_open', payUrl: null }]);
  setClockOffsetMs(16 * 60_000);
  expect(await obstaclesOf(customerId)).toEqual([]);
});
