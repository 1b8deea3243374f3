import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { POST } from '@/app/api/stripe/webhook/route';
import { db } from '@/lib/db/client';
import type { ChaosPlan } from '@/lib/payments/demo/plan-round';
import { present, WEBHOOK_SECRET } from '../payments/support';
import { useDatabase } from '../support/database';
import { aProduct } from '../support/factories';
import { buy, findOrder, mailsAbout, paymentIntentOf, pressPay, useShop } from './support';

useDatabase();
const shop = useShop();

const delivery = (type: string) => present(shop.payments.received.filter(({ event }) => event.type === type).at(-1));
const deliver = ({ body, signature }: { body: string; signature: string }) =>
  POST(new Request('http://store.test/', { method: 'POST', body, headers: { 'stripe-signature': signature } }));
const outcomeOf = async (id: string) => (await db().paymentEvent.findUniqueOrThrow({ where: { id } })).outcome;

test('a paid checkout becomes one order with its items, payment, keys, mail and audit rows', async () => {
  const product = await aProduct({ plans: [{ unitAmount: 4900, activationLimit: 3, termDays: 365 }] });
  const { order, wish } = await buy(shop, { lines: [{ planNumber: product.plan.number, quantity: 2 }] });
  const made = present(order);
  expect(made).toMatchObject({ status: 'paid', subtotalAmount: 9_800, totalAmount: 9_800, currency: 'usd' });
  expect(made.paidAt).not.toBeNull();
  expect(made.checkout).toMatchObject({ status: 'completed', createdCustomer: true, newPasswordHash: null });
  expect(made.customer.email).toBe(wish.buyer.kind === 'guest' ? wish.buyer.email : '');
  expect(made.items).toHaveLength(1);
  expect(made.items[0]).toMatchObject({ quantity: 2, unitAmount: 4_900, activationLimit: 3, termDays: 365 });
  expect(made.items[0]?.resource).toMatchObject({ activationLimit: 6, revokedAt: null });
  expect(made.payments).toMatchObject([{ status: 'succeeded', amount: 9_800, items: [{ amount: 9_800 }] }]);
  const keys = await db().licenseKey.findMany({ where: { customerId: made.customerId } });
  expect(keys.map(({ kind }) => kind).sort()).toEqual(['master', 'product_order']);
  expect(await mailsAbout(made.id)).toEqual(['order']);
  const audit = await db().auditEntry.findMany({ where: { objectId: made.id }, select: { action: true, via: true } });
  expect(audit).toMatchObject([{ action: 'order.fulfill', via: expect.stringMatching(/^stripe:evt_/) }]);
});

test('no key waits in clear in the outbox', async () => {
  const { order } = await buy(shop);
  const rows = await db().outboxEntry.findMany();
  expect(JSON.stringify(rows.map(({ payload }) => payload))).not.toMatch(/lk[mo]_/);
  expect(await mailsAbout(present(order).id)).toEqual(['order']);
});

test('the same event, twenty times at once and once more, has one effect and is always acknowledged', async () => {
  const { sessionId } = await pressPay();
  await shop.payments.double.act(sessionId, 'pay');
  shop.payments.double.setChaos({ drop: 1_000 });
  await expect(shop.payments.double.settle()).rejects.toThrow('never acknowledged');
  shop.payments.double.setChaos({});
  const { data } = await shop.payments.stripe.events.list({ type: 'checkout.session.completed', limit: 1 });
  const body = JSON.stringify(present(data[0]));
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: WEBHOOK_SECRET });

  const answers = await Promise.all(Array.from({ length: 20 }, () => deliver({ body, signature })));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect((await deliver({ body, signature })).status).toBe(200);
  await shop.payments.double.settle();

  const order = present(await findOrder(sessionId));
  expect(await db().order.count({ where: { checkoutId: order.checkoutId } })).toBe(1);
  expect(await db().apiResource.count({ where: { customerId: order.customerId } })).toBe(1);
  expect(await db().licenseKey.count({ where: { customerId: order.customerId } })).toBe(2);
  expect(await outcomeOf(present(data[0]).id)).toBe('fulfilled');
  expect(await mailsAbout(order.id)).toEqual(['order']);
});

test.each<[string, ChaosPlan]>([
  ['twice', { duplicate: true }],
  ['in any order', { reorder: true, seed: 11 }],
  ['late, twice and in any order, some lost at first', { duplicate: true, reorder: true, drop: 2, delayOneIn: 3 }],
])('events delivered %s come to the same end', async (_how, chaos) => {
  shop.payments.double.setChaos(chaos);
  const { order, sessionId } = await buy(shop, { quantity: 3 }, ['decline', 'authenticate', 'pay']);
  const payment_intent = await paymentIntentOf(shop, sessionId);
  await shop.payments.stripe.refunds.create({ payment_intent, amount: 4_900 });
  await shop.payments.double.settle();
  shop.payments.double.setChaos({});
  const after = present(await findOrder(sessionId));
  expect(after).toMatchObject({ id: present(order).id, status: 'partially_refunded', refundedAmount: 4_900 });
  expect(after.items[0]).toMatchObject({ refundedQuantity: 1, resource: { activationLimit: 6 } });
  expect(await mailsAbout(after.id)).toEqual(['order', 'order_refunded']);
});

test('a refund told before its payment still ends refunded, with the keys revoked', async () => {
  const { sessionId } = await pressPay();
  await shop.payments.double.act(sessionId, 'pay');
  const payment_intent = await paymentIntentOf(shop, sessionId);
  await shop.payments.stripe.refunds.create({ payment_intent });
  const { data } = await shop.payments.stripe.events.list({ type: 'charge.refunded', limit: 1 });
  const body = JSON.stringify(present(data[0]));
  await deliver({
    body,
    signature: Stripe.webhooks.generateTestHeaderString({ payload: body, secret: WEBHOOK_SECRET }),
  });
  const early = present(await findOrder(sessionId));
  await shop.payments.double.settle();
  const late = present(await findOrder(sessionId));
  for (const order of [early, late]) expect(order.status).toBe('refunded');
  expect(late.items[0]?.resource?.revokedAt).not.toBeNull();
});

test('a delayed payment waits without keys, then succeeds', async () => {
  const { sessionId, order } = await buy(shop, {}, ['later']);
  const waiting = present(order);
  expect(waiting).toMatchObject({ status: 'awaiting_payment', paidAt: null, checkout: { status: 'awaiting_payment' } });
  expect(waiting.items[0]?.resource).toBeNull();
  expect(waiting.payments[0]?.status).toBe('pending');
  expect(await mailsAbout(waiting.id)).toEqual(['awaiting_payment']);
  await shop.payments.double.act(sessionId, 'succeed');
  await shop.payments.double.settle();
  const paid = present(await findOrder(sessionId));
  expect(paid).toMatchObject({ id: waiting.id, status: 'paid', checkout: { status: 'completed' } });
  expect(paid.items[0]?.resource?.activationLimit).toBe(6);
  expect(await mailsAbout(paid.id)).toEqual(['awaiting_payment', 'order']);
});

test('a delayed payment that fails cancels the order and tells the buyer, once', async () => {
  const { sessionId } = await buy(shop, {}, ['later']);
  await shop.payments.double.act(sessionId, 'fail');
  await shop.payments.double.settle();
  const order = present(await findOrder(sessionId));
  expect(order).toMatchObject({ status: 'cancelled', paidAt: null, checkout: { status: 'failed' } });
  expect(order.items[0]?.resource).toBeNull();
  expect(order.payments[0]?.status).toBe('failed');
  await deliver(delivery('checkout.session.async_payment_failed'));
  expect(await mailsAbout(order.id)).toEqual(['awaiting_payment', 'payment_failed']);
});

test('both ends of a delayed payment are right when only the last event arrives', async () => {
  shop.payments.double.setChaos({ reorder: true, seed: 5 });
  const paid = await buy(shop, {}, ['later', 'succeed']);
  const failed = await buy(shop, {}, ['later', 'fail']);
  shop.payments.double.setChaos({});
  expect(present(paid.order).status).toBe('paid');
  expect(present(failed.order).status).toBe('cancelled');
});

test('an expired session releases its checkout and forgets the password', async () => {
  const buyer = { kind: 'guest' as const, email: 'gone@example.test', newPassword: 'chosen by fake' };
  const { sessionId, order } = await buy(shop, { buyer }, ['expire']);
  expect(order).toBeNull();
  const checkout = await db().checkout.findUniqueOrThrow({ where: { stripeSessionId: sessionId } });
  expect(checkout).toMatchObject({ status: 'expired', newPasswordHash: null });
  expect(await db().customer.count({ where: { email: buyer.email } })).toBe(0);
});

test('nothing to pay still makes an order', async () => {
  const coupon = await shop.payments.stripe.coupons.create({ percent_off: 100, duration: 'once' });
  const promotion = { type: 'coupon' as const, coupon: coupon.id };
  await shop.payments.stripe.promotionCodes.create({ promotion, code: 'GIFT' });
  const { sessionId, payUrl } = await pressPay();
  const body = new URLSearchParams({ action: 'apply_code', code: 'gift' });
  await shop.payments.double.handle(new Request(payUrl, { method: 'POST', body }));
  await shop.payments.double.act(sessionId, 'pay');
  await shop.payments.double.settle();
  const order = present(await findOrder(sessionId));
  expect(order).toMatchObject({ status: 'paid', subtotalAmount: 9_800, discountAmount: 9_800, totalAmount: 0 });
  expect(order.payments[0]).toMatchObject({ amount: 0, stripePaymentIntentId: null, status: 'succeeded' });
  expect(order.items[0]?.resource).not.toBeNull();
});

test('a promotion code lowers the order’s total and its items', async () => {
  const { sessionId, payUrl } = await pressPay();
  const body = new URLSearchParams({ action: 'apply_code', code: 'DEMO10' });
  await shop.payments.double.handle(new Request(payUrl, { method: 'POST', body }));
  await shop.payments.double.act(sessionId, 'pay');
  await shop.payments.double.settle();
  const order = present(await findOrder(sessionId));
  expect(order).toMatchObject({ discountAmount: 980, totalAmount: 8_820 });
  expect(order.items[0]).toMatchObject({ discountAmount: 980, totalAmount: 8_820 });
});

test('other events are acknowledged and noted as ignored', async () => {
  await buy(shop);
  const { event } = delivery('charge.succeeded');
  expect(await outcomeOf(event.id)).toBe('ignored: other_type');
});
