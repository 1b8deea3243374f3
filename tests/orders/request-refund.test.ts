import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { readOrderKeys } from '@/lib/licensing/read-order-keys';
import type { RefundWish } from '@/lib/orders/check-refund-wish';
import { finishRefund } from '@/lib/orders/finish-refund';
import { previewRefund } from '@/lib/orders/preview-refund';
import { requestRefund } from '@/lib/orders/request-refund';
import { refundMetadata } from '@/lib/payments/refund-metadata';
import { setStripeConnection, stripeConnection } from '@/lib/payments/stripe-client';
import { present } from '../payments/support';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct, bySystem } from '../support/factories';
import { buy, findOrder, paymentIntentOf, useShop } from './support';

useDatabase();
const shop = useShop();

const unit = (quantity: number, amount = quantity * 4_900): RefundWish => ({
  parts: [{ position: 0, quantity, amount }],
  reason: 'requested_by_customer',
});

async function anAdmin() {
  return { kind: 'admin' as const, id: (await aCustomer({ role: 'admin' })).id };
}

/** Two units of a plan with 3 places, 4 instances active. */
async function anOrderInUse() {
  const product = await aProduct({ plans: [{ unitAmount: 4900, activationLimit: 3 }] });
  const { sessionId } = await buy(shop, { lines: [{ planNumber: product.plan.number, quantity: 2 }] });
  const order = present(await findOrder(sessionId));
  const item = present(order.items[0]);
  const key = present((await readOrderKeys(order.id)).get(item.id));
  for (const instance of ['a', 'b', 'c', 'd']) {
    await activate([aCall(key, product.plan.number, `${order.number}-${instance}`)], { at: new Date(), strict: false });
  }
  return { sessionId, order, key, planNumber: product.plan.number };
}

async function previewed(orderNumber: number, wish: RefundWish) {
  const result = await previewRefund(orderNumber, wish, { actor: bySystem });
  if (!result.ok) throw new Error(result.reason);
  return result.preview;
}

async function refund(orderNumber: number, wish: RefundWish, requestId: string = crypto.randomUUID()) {
  const { stamp } = await previewed(orderNumber, wish);
  return requestRefund(orderNumber, { ...wish, stamp, requestId }, { actor: await anAdmin() });
}

const refundsAtStripe = async (sessionId: string) => {
  const session = await shop.payments.stripe.checkout.sessions.retrieve(sessionId);
  const list = await shop.payments.stripe.refunds.list({ payment_intent: String(session.payment_intent) });
  return list.data.map(({ amount }) => amount);
};

test('the preview of a full refund names the keys that stop and the activations that end, and changes nothing', async () => {
  const { order, sessionId } = await anOrderInUse();
  const before = await findOrder(sessionId);
  expect((await previewed(order.number, unit(2))).effect).toMatchObject({
    status: 'refunded',
    resources: [{ keysStopping: 1, activationsEnding: 4, limit: { was: 6, is: 6 } }],
  });
  expect(await findOrder(sessionId)).toEqual(before);
  expect(await refundsAtStripe(sessionId)).toEqual([]);
});

test('the preview of one unit says what the limit becomes and how many activations stand beyond it', async () => {
  const { order } = await anOrderInUse();
  expect((await previewed(order.number, unit(1))).effect.resources).toMatchObject([
    { keysStopping: 0, activationsEnding: 0, limit: { was: 6, is: 3 }, beyondLimit: 1 },
  ]);
});

test('what was previewed is what happens', async () => {
  const { order, sessionId } = await anOrderInUse();
  const { effect } = await previewed(order.number, unit(1));
  expect(await refund(order.number, unit(1))).toEqual({ ok: true, state: 'applied' });
  const after = present(await findOrder(sessionId));
  expect({ status: after.status, refundedAmount: after.refundedAmount }).toEqual({
    status: effect.status,
    refundedAmount: effect.refundedAmount,
  });
  expect(after.items[0]?.resource?.activationLimit).toBe(effect.resources[0]?.limit.is);
  await shop.payments.double.settle();
  expect(await findOrder(sessionId)).toEqual(after);
});

test('a refunded order’s key no longer activates, without waiting for the event', async () => {
  const { order, key, planNumber } = await anOrderInUse();
  await refund(order.number, unit(2));
  const [answer] = await activate([aCall(key, planNumber, 'new')], { at: new Date(), strict: false });
  expect(answer).toMatchObject({ ok: false, reason: 'revoked' });
});

test('money given back for an item without units leaves its key, even when it is the price of a unit', async () => {
  const { order, sessionId } = await anOrderInUse();
  await refund(order.number, unit(0, 4_900));
  const after = present(await findOrder(sessionId));
  expect(after.items[0]).toMatchObject({ refundedQuantity: 0, refundedAmount: 4_900 });
  expect(after.items[0]?.resource).toMatchObject({ activationLimit: 6, revokedAt: null });
});

test('the same request twice, also at once, refunds once', async () => {
  const { order, sessionId } = await anOrderInUse();
  const { stamp } = await previewed(order.number, unit(1));
  const wish = { ...unit(1), stamp, requestId: crypto.randomUUID() };
  const actor = await anAdmin();
  const press = () => requestRefund(order.number, wish, { actor });
  const answers = [...(await Promise.all([press(), press()])), await press()];
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(await refundsAtStripe(sessionId)).toEqual([4_900]);
});

test('of two admins who saw the same order at once, one refunds and the other is told', async () => {
  const { order, sessionId } = await anOrderInUse();
  const { stamp } = await previewed(order.number, unit(1));
  const press = async () =>
    requestRefund(order.number, { ...unit(1), stamp, requestId: crypto.randomUUID() }, { actor: await anAdmin() });
  const answers = await Promise.all([press(), press()]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = answers.find(({ ok }) => !ok);
  expect(['order_changed', 'refund_in_progress']).toContain(refused && 'reason' in refused && refused.reason);
  expect(await refundsAtStripe(sessionId)).toEqual([4_900]);
});

test.each([
  [unit(3), 'too_many_units'],
  [unit(-1), 'too_many_units'],
  [unit(2, 9_801), 'amount_too_large'],
  [unit(0, 0.5), 'amount_invalid'],
  [unit(0, 0), 'nothing_chosen'],
  [unit(1, 0), 'no_money'],
])('a refund of %o is refused as %s', async (wish, reason) => {
  const { order, sessionId } = await anOrderInUse();
  expect(await previewRefund(order.number, wish, { actor: bySystem })).toEqual({ ok: false, reason });
  const { stamp } = await previewed(order.number, unit(1));
  const asked = { ...wish, stamp, requestId: crypto.randomUUID() };
  expect(await requestRefund(order.number, asked, { actor: await anAdmin() })).toEqual({ ok: false, reason });
  expect(await refundsAtStripe(sessionId)).toEqual([]);
});

test('what is left after a refund is all that a second one may take', async () => {
  const { order } = await anOrderInUse();
  await refund(order.number, unit(1));
  expect(await previewRefund(order.number, unit(2), { actor: bySystem })).toMatchObject({ reason: 'too_many_units' });
  expect(await refund(order.number, unit(1))).toMatchObject({ ok: true });
  expect(await previewRefund(order.number, unit(1), { actor: bySystem })).toMatchObject({ reason: 'nothing_left' });
});

test('a refund made in Stripe’s dashboard meanwhile is seen by the preview', async () => {
  const { order, sessionId } = await anOrderInUse();
  const session = await shop.payments.stripe.checkout.sessions.retrieve(sessionId);
  await shop.payments.stripe.refunds.create({ payment_intent: String(session.payment_intent), amount: 4_900 });
  expect(await previewRefund(order.number, unit(2), { actor: bySystem })).toMatchObject({ reason: 'too_many_units' });
});

test('Stripe out of reach: the request is kept, a second is refused, and asking again refunds once', async () => {
  const { order, sessionId } = await anOrderInUse();
  const { stamp } = await previewed(order.number, unit(1));
  const requestId = crypto.randomUUID();
  const actor = await anAdmin();
  const connection = stripeConnection();
  setStripeConnection({ ...connection, endpoint: { protocol: 'http', host: '127.0.0.1', port: 9 } });
  const lost = await requestRefund(order.number, { ...unit(1), stamp, requestId }, { actor });
  setStripeConnection(connection);
  expect(lost).toEqual({ ok: true, state: 'unknown' });
  expect(await previewRefund(order.number, unit(1), { actor })).toMatchObject({ reason: 'refund_in_progress' });
  expect(await finishRefund(requestId, { actor })).toEqual({ ok: true, state: 'applied' });
  expect(await finishRefund(requestId, { actor })).toEqual({ ok: true, state: 'applied' });
  expect(await refundsAtStripe(sessionId)).toEqual([4_900]);
});

/** One unit was asked for, Stripe has made the refund, and its answer never reached us. */
async function aLostAnswer(metadata: (requestId: string) => Record<string, string>) {
  const { order, sessionId } = await anOrderInUse();
  const actor = await anAdmin();
  const asked = { orderId: order.id, askedById: actor.id, amount: 4_900, currency: 'usd', createdAt: new Date() };
  const { id } = await db().refundRequest.create({
    data: { id: crypto.randomUUID(), ...asked, items: unit(1).parts, reason: 'duplicate' },
  });
  const payment_intent = await paymentIntentOf(shop, sessionId);
  const facts = { payment_intent, amount: 4_900, metadata: metadata(id) };
  const made = await shop.payments.stripe.refunds.create(facts);
  return { id, sessionId, actor, made };
}

test('a refund whose answer was lost is ended by Stripe’s event alone', async () => {
  const { id, sessionId, actor, made } = await aLostAnswer((request) => ({ request, item_0: '1', amount_0: '4900' }));
  await shop.payments.double.settle();
  const after = await db().refundRequest.findUniqueOrThrow({ where: { id } });
  expect(after).toMatchObject({ stripeRefundId: made.id, endedAt: expect.any(Date) });
  expect(await finishRefund(id, { actor })).toEqual({ ok: true, state: 'applied' });
  expect(await refundsAtStripe(sessionId)).toEqual([4_900]);
});

test('a refund whose answer, event and Idempotency-Key are all lost is found at Stripe and not made again', async () => {
  const { id, sessionId, actor, made } = await aLostAnswer((request) => refundMetadata(request, unit(1).parts));
  expect(await finishRefund(id, { actor })).toEqual({ ok: true, state: 'applied' });
  expect(await refundsAtStripe(sessionId)).toEqual([4_900]);
  const after = await db().refundRequest.findUniqueOrThrow({ where: { id } });
  expect(after).toMatchObject({ stripeRefundId: made.id, refusal: null });
  expect(present(await findOrder(sessionId))).toMatchObject({
    refundedAmount: 4_900,
    items: [{ refundedQuantity: 1 }],
  });
  await shop.payments.double.settle();
});

test('each item of an order of fifty gives back its own part in one refund', async () => {
  const plans = Array.from({ length: 50 }, (_, index) => ({ name: `Plan ${index}`, unitAmount: 1_000 + index }));
  const product = await aProduct({ plans });
  const lines = product.plans.map(({ number }) => ({ planNumber: number, quantity: 2 }));
  const { sessionId } = await buy(shop, { lines });
  const order = present(await findOrder(sessionId));
  const parts = order.items.map(({ position }) => ({ position, quantity: 1, amount: 900 + position }));
  const asked = await refund(order.number, { parts, reason: 'requested_by_customer' });
  expect(asked).toEqual({ ok: true, state: 'applied' });
  const told = present(await findOrder(sessionId)).items.map((item) => [item.refundedQuantity, item.refundedAmount]);
  expect(told).toEqual(parts.map(({ amount }) => [1, amount]));
  await shop.payments.double.settle();
});

test('a refund asked for names the admin, the amount and the reason in the audit', async () => {
  const { order } = await anOrderInUse();
  const { stamp } = await previewed(order.number, unit(1));
  const actor = await anAdmin();
  await requestRefund(order.number, { ...unit(1), stamp, requestId: crypto.randomUUID() }, { actor });
  const rows = await db().auditEntry.findMany({ where: { objectId: order.id, action: 'order.request_refund' } });
  expect(rows).toMatchObject([
    { actorId: actor.id, before: { refundedAmount: 0 }, after: { amount: 4_900, units: 1 } },
  ]);
});
