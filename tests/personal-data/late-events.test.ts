import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { findUnfulfilledOrders } from '@/lib/orders/find-unfulfilled-orders';
import { fulfillOrder } from '@/lib/orders/fulfill-order';
import { startRenewal } from '@/lib/orders/start-renewal';
import { cancelSubscription } from '@/lib/orders/subscriptions/cancel-subscription';
import { keepSubscription } from '@/lib/orders/subscriptions/keep-subscription';
import { readCheckoutStanding } from '@/lib/payments/read-checkout-standing';
import { refundPayment } from '@/lib/payments/refund-payment';
import { aTerm, aWish } from '../orders/renewal-support';
import { subscribe } from '../orders/subscriptions/support';
import { buy, findOrder, paymentIntentOf, pressPay, sessionOf, useShop } from '../orders/support';
import { present } from '../payments/support';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';
import { aPerson } from '../support/second-factors';
import { pressDelete } from './support';

useDatabase();
const shop = useShop();

const mails = () => db().outboxEntry.count({ where: { kind: 'mail' } });
const openRights = (customerId: string) => db().apiResource.count({ where: { customerId, revokedAt: null } });

/** Somebody signed in who has bought two units of something. */
async function aBuyer() {
  const person = await aPerson(now(), { emailVerifiedAt: now() });
  const { id: customerId } = person.customer;
  const { sessionId: payment, order } = await buy(shop, { buyer: { kind: 'customer', customerId } });
  return { ...person, customerId, payment, order: present(order) };
}

async function gone(person: Parameters<typeof pressDelete>[0]): Promise<number> {
  expect(await pressDelete(person)).toEqual({ ok: true });
  return mails();
}

test('a refund of an old order is applied, opens nothing and mails nobody', async () => {
  const person = await aBuyer();
  const before = await gone(person);
  const paymentIntentId = await paymentIntentOf(shop, person.payment);
  expect(await refundPayment({ paymentIntentId, requestId: 'late-1' })).toMatchObject({ ok: true });
  await shop.payments.double.settle();
  expect(await findOrder(person.payment)).toMatchObject({ status: 'refunded', refundedAmount: 9_800 });
  expect([await openRights(person.customerId), await mails()]).toEqual([0, before]);
});

test('a dispute that is won gives the money back and no licence', async () => {
  const person = await aBuyer();
  const before = await gone(person);
  const { data } = await shop.payments.stripe.charges.list({
    payment_intent: await paymentIntentOf(shop, person.payment),
  });
  const dispute = await shop.payments.double.openDispute(present(data[0]).id);
  await shop.payments.double.settle();
  await shop.payments.double.closeDispute(dispute.id, 'won');
  await shop.payments.double.settle();
  const disputes = { objectId: person.order.id, action: 'order.dispute' };
  expect(await db().auditEntry.count({ where: disputes })).toBe(2);
  expect([await openRights(person.customerId), await mails()]).toEqual([0, before]);
});

test('a refund that failed at the bank, so that its payment came back, revives nothing', async () => {
  const person = await aBuyer();
  const paymentIntentId = await paymentIntentOf(shop, person.payment);
  const made = await refundPayment({ paymentIntentId, requestId: 'late-2' });
  await shop.payments.double.settle();
  await gone(person);
  await shop.payments.double.failRefund(made.ok ? made.refundId : '');
  await shop.payments.double.settle();
  expect(await findOrder(person.payment)).toMatchObject({ status: 'paid', refundedAmount: 0 });
  expect(await openRights(person.customerId)).toBe(0);
});

test('a subscription that was to end comes to its end, and nobody makes it go on', async () => {
  const person = await aPerson(now(), { emailVerifiedAt: now() });
  const { id: customerId } = person.customer;
  const { id } = await subscribe(shop, { customerId });
  const row = await db().subscription.findUniqueOrThrow({ where: { stripeSubscriptionId: id } });
  const ask = { subscriptionId: row.id, owner: { customerId }, actor: person.actor };
  expect(await pressDelete(person)).toEqual({ ok: false, reason: 'not_now' });
  expect(await cancelSubscription(ask)).toMatchObject({ ok: true });
  const before = await gone(person);
  const byAdmin = { ...ask, owner: 'anyone' as const, actor: bySystem };
  expect(await keepSubscription(byAdmin)).toEqual({ ok: false, reason: 'subscription_ended' });
  await shop.payments.stripe.subscriptions.cancel(id);
  await shop.payments.double.settle();
  expect(await db().subscription.findUnique({ where: { id: row.id } })).toMatchObject({ status: 'cancelled' });
  expect([await openRights(customerId), await mails()]).toEqual([0, before]);
});

// Between the moment in which a page read who is signed in and the one in which it keeps the checkout, the account may go.
async function keptTooLate(person: { customerId: string }, sessionId: string) {
  await db().checkout.update({ where: { stripeSessionId: sessionId }, data: { customerId: person.customerId } });
}

test('a sale that arrives for a deleted account is one to its address: a new account gets what was paid for', async () => {
  const person = await aBuyer();
  const { email } = person.customer;
  const { sessionId, wish } = await pressPay({ buyer: { kind: 'guest', email } });
  await gone(person);
  await keptTooLate(person, sessionId);
  await shop.payments.double.act(sessionId, 'pay');
  await shop.payments.double.settle();
  const order = present(await findOrder(sessionId));
  expect(order).toMatchObject({ status: 'paid', customer: { email, deletedAt: null } });
  expect(order.customerId).not.toBe(person.customerId);
  expect(order.items[0]?.resource?.revokedAt).toBeNull();
  expect(await openRights(person.customerId)).toBe(0);
  expect(wish.lines).toHaveLength(1);
});

test('a renewal that is paid when its licence is gone is a licence of its own, with the terms that were paid', async () => {
  const person = await aPerson(now(), { emailVerifiedAt: now() });
  const customerId = person.customer.id;
  const term = await aTerm(20, { customerId });
  const started = await startRenewal(aWish(term));
  const sessionId = sessionOf(started.ok ? started.payUrl : '');
  expect(await pressDelete(person)).toEqual({ ok: false, reason: 'not_now' });
  await db().checkout.update({ where: { stripeSessionId: sessionId }, data: { customerId: null } });
  await gone(person);
  await keptTooLate({ customerId }, sessionId);
  await shop.payments.double.act(sessionId, 'pay');
  await shop.payments.double.settle();
  const order = present(await findOrder(sessionId));
  expect(order.customer).toMatchObject({ email: person.customer.email, deletedAt: null });
  expect(order.items[0]).toMatchObject({ renewsResourceId: null, resource: { activationLimit: 3, revokedAt: null } });
  expect(await openRights(customerId)).toBe(0);
  expect(await findUnfulfilledOrders()).toEqual([]);
});

test('the money of an order that had failed is kept on record, and its licence opens nothing', async () => {
  const person = await aPerson(now(), { emailVerifiedAt: now() });
  const buyer = { kind: 'customer' as const, customerId: person.customer.id };
  const { sessionId } = await buy(shop, { buyer }, ['later']);
  const standing = await readCheckoutStanding(sessionId);
  if (standing?.kind !== 'awaiting_payment') throw new Error('It does not wait for its money');
  await shop.payments.double.act(sessionId, 'fail');
  await shop.payments.double.settle();
  const before = await gone(person);
  await inTransaction((tx) => fulfillOrder(tx, { payment: standing.payment, at: now(), actor: bySystem }));
  const order = present(await findOrder(sessionId));
  expect(order).toMatchObject({ status: 'paid', customerId: person.customer.id });
  expect(order.items[0]?.resource?.revokedAt).not.toBeNull();
  expect(await mails()).toBe(before);
});

test('beside the news of a payment an account is deleted or kept, and nothing works in a deleted one', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 4; round++) {
    const person = await aBuyer();
    const { email } = person.customer;
    const { sessionId } = await pressPay({ buyer: { kind: 'guest', email } });
    await shop.payments.double.act(sessionId, 'pay');
    const [result] = await Promise.all([
      pressDelete(person, { shownLicences: 1 }),
      keptTooLate(person, sessionId).then(() => shop.payments.double.settle()),
    ]);
    await shop.payments.double.settle();
    const order = present(await findOrder(sessionId));
    outcomes.add(result.ok ? 'deleted' : result.reason);
    expect(order).toMatchObject({ status: 'paid', customer: { email, deletedAt: null } });
    expect(order.items[0]?.resource?.revokedAt).toBeNull();
    const isGone = (await db().customer.count({ where: { id: person.customerId, deletedAt: { not: null } } })) > 0;
    expect(isGone).toBe(result.ok);
    expect(await openRights(person.customerId)).toBe(isGone ? 0 : 2);
    const key = present(present(person.order.items[0]?.resource).keys[0]);
    expect(key.customerId).toBe(person.customerId);
  }
  expect([...outcomes].every((one) => ['deleted', 'licences_changed', 'not_now'].includes(one))).toBe(true);
});

test('who was signed in starts no renewal and no checkout when the account is gone', async () => {
  const person = await aBuyer();
  await gone(person);
  const { customerId } = person;
  const renewal = aWish({ customerId, resourceId: present(person.order.items[0]?.resource).id });
  expect(await startRenewal(renewal)).toMatchObject({ ok: false });
  await expect(pressPay({ buyer: { kind: 'customer', customerId } })).rejects.toThrow('customer_not_found');
});
