import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readPaymentEvent, type SignedEvent, verifyPaymentEvent } from '@/lib/payments/read-payment-event';
import { refundPayment } from '@/lib/payments/refund-payment';
import { setStripeConnection } from '@/lib/payments/stripe-client';
import { aSession, present, type RunningDouble, runDouble, SECRET_KEY, WEBHOOK_SECRET } from './support';

let running: RunningDouble;
beforeAll(async () => {
  running = await runDouble();
});
afterEach(() => {
  running.received.length = 0;
});
afterAll(() => running.stop());

/** What the newest delivery of a type means to the shop. */
async function meaningOf(type: string) {
  await running.double.settle();
  const { body, signature } = present(running.received.filter(({ event }) => event.type === type).at(-1));
  const verified = verifyPaymentEvent(body, signature);
  if (!verified.ok) throw new Error(verified.reason);
  return readPaymentEvent(verified.event);
}

const intentOf = async (sessionId: string) =>
  String((await running.stripe.checkout.sessions.retrieve(sessionId)).payment_intent);

function signed(payload: object, facts: { secret?: string; timestamp?: number } = {}) {
  const body = JSON.stringify(payload);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: WEBHOOK_SECRET, ...facts });
  return { body, signature };
}

const anEvent = {
  id: 'evt_1',
  object: 'event',
  type: 'checkout.session.completed',
  livemode: false,
  data: { object: {} },
};

test('a delivery with a wrong, missing, old or moved signature is not believed', () => {
  const refused = { ok: false, reason: 'signature_invalid' };
  const good = signed(anEvent);
  expect(verifyPaymentEvent(good.body, good.signature).ok).toBe(true);
  expect(verifyPaymentEvent(good.body, null)).toEqual(refused);
  expect(verifyPaymentEvent(good.body, 'nonsense')).toEqual(refused);
  expect(verifyPaymentEvent(`${good.body} `, good.signature)).toEqual(refused);
  expect(verifyPaymentEvent('', good.signature)).toEqual(refused);
  const foreign = signed(anEvent, { secret: 'whsec_foreign' });
  expect(verifyPaymentEvent(foreign.body, foreign.signature)).toEqual(refused);
  const old = signed(anEvent, { timestamp: Math.floor(Date.now() / 1000) - 301 });
  expect(verifyPaymentEvent(old.body, old.signature)).toEqual(refused);
});

test('an event of the other livemode is refused in both directions', () => {
  const live = signed({ ...anEvent, livemode: true });
  expect(verifyPaymentEvent(live.body, live.signature)).toEqual({ ok: false, reason: 'wrong_livemode' });
  setStripeConnection({ secretKey: 'sk_live_only0for0this0test', webhookSecret: WEBHOOK_SECRET });
  const play = signed(anEvent);
  expect(verifyPaymentEvent(play.body, play.signature)).toEqual({ ok: false, reason: 'wrong_livemode' });
  expect(verifyPaymentEvent(live.body, live.signature).ok).toBe(true);
  const { hostname, port } = new URL(running.baseUrl);
  const endpoint = { protocol: 'http', host: hostname, port: Number(port) } as const;
  setStripeConnection({ secretKey: SECRET_KEY, webhookSecret: WEBHOOK_SECRET, endpoint });
});

test('a paid session is told with its amounts and lines', async () => {
  const checkoutId = crypto.randomUUID();
  const { sessionId } = await aSession({ checkoutId });
  await running.double.act(sessionId, 'pay');
  const untaxed = { discountAmount: 0, taxAmount: 0, priceId: expect.stringMatching(/^price_/) };
  expect(await meaningOf('checkout.session.completed')).toEqual({
    kind: 'paid',
    payment: {
      checkoutId,
      sessionId,
      paymentIntentId: await intentOf(sessionId),
      currency: 'usd',
      subtotalAmount: 10_800,
      discountAmount: 0,
      taxAmount: 0,
      totalAmount: 10_800,
      lines: [
        { ...untaxed, position: 0, quantity: 2, subtotalAmount: 9_800, totalAmount: 9_800 },
        { ...untaxed, position: 1, quantity: 1, subtotalAmount: 1_000, totalAmount: 1_000 },
      ],
      invoice: {
        discountCode: null,
        taxes: [],
        taxIsIncluded: false,
        buyer: { name: null, company: null, vatId: null, address: null },
      },
    },
  });
});

test('the present truth counts, not the event’s old copy', async () => {
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'later');
  expect((await meaningOf('checkout.session.completed')).kind).toBe('awaiting_payment');
  await running.double.act(sessionId, 'succeed');
  expect((await meaningOf('checkout.session.completed')).kind).toBe('paid');
});

test('a failed delayed payment is told as failed', async () => {
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'later');
  await running.double.act(sessionId, 'fail');
  expect((await meaningOf('checkout.session.async_payment_failed')).kind).toBe('payment_failed');
});

test('an expired session is told as expired', async () => {
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'expire');
  expect(await meaningOf('checkout.session.expired')).toMatchObject({ kind: 'checkout_expired', sessionId });
});

test('a refund is told with the checkout it belongs to and all refunds so far', async () => {
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'pay');
  const paymentIntentId = await intentOf(sessionId);
  const parts = [{ position: 0, quantity: 1, amount: 4_900 }];
  const units = { paymentIntentId, amount: 4_900, parts, requestId: sessionId };
  const one = await refundPayment(units);
  expect(await refundPayment(units)).toEqual(one);
  await refundPayment({ paymentIntentId, amount: 100, requestId: `${sessionId}-2` });
  const meaning = await meaningOf('charge.refunded');
  expect(meaning).toMatchObject({
    kind: 'refunded',
    payment: { sessionId },
    refunds: [
      { amount: 100, status: 'succeeded', quantities: [] },
      { amount: 4_900, status: 'succeeded', quantities: [{ position: 0, quantity: 1 }], parts, requestId: sessionId },
    ],
  });
});

test('a refund that failed is told as failed', async () => {
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'pay');
  const made = await refundPayment({ paymentIntentId: await intentOf(sessionId), requestId: sessionId });
  if (!made.ok) throw new Error(made.reason);
  await running.double.failRefund(made.refundId);
  expect(await meaningOf('refund.failed')).toMatchObject({ kind: 'refunded', refunds: [{ status: 'failed' }] });
});

test('refunding more than there is, or again, is refused in words', async () => {
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'pay');
  const paymentIntentId = await intentOf(sessionId);
  const tooMuch = await refundPayment({ paymentIntentId, amount: 10_801, requestId: 'a' });
  expect(tooMuch).toMatchObject({ ok: false, reason: 'amount_too_large', detail: expect.stringContaining('10801') });
  await refundPayment({ paymentIntentId, requestId: 'b' });
  expect(await refundPayment({ paymentIntentId, requestId: 'c' })).toMatchObject({ reason: 'already_refunded' });
});

test('a dispute is told with its present state', async () => {
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'pay');
  const { data } = await running.stripe.charges.list({ payment_intent: await intentOf(sessionId) });
  const dispute = await running.double.openDispute(present(data[0]).id);
  const meaning = { kind: 'disputed', payment: { sessionId }, dispute: { disputeId: dispute.id, status: 'open' } };
  expect(await meaningOf('charge.dispute.created')).toMatchObject(meaning);
  await running.double.closeDispute(dispute.id, 'lost');
  expect(await meaningOf('charge.dispute.created')).toMatchObject({ dispute: { status: 'lost' } });
});

test('other types, and sessions that no checkout of ours opened, are ignored', async () => {
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'pay');
  expect(await meaningOf('charge.succeeded')).toEqual({ kind: 'ignored', why: 'other_type' });
  const strange = (payload: object) => ({ id: 'evt_2', type: '', livemode: false, payload }) as SignedEvent; // built by hand to be strange
  const gone = { ...anEvent, data: { object: { id: 'cs_test_gone' } } };
  expect(await readPaymentEvent(strange(gone))).toEqual({ kind: 'ignored', why: 'not_ours' });
  const foreign = await running.stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: 'http://localhost:8080',
    line_items: [{ price_data: { currency: 'usd', unit_amount: 100, product_data: { name: 'A' } } }],
  });
  const foreignEvent = { ...anEvent, data: { object: { id: foreign.id } } };
  expect(await readPaymentEvent(strange(foreignEvent))).toEqual({ kind: 'ignored', why: 'not_ours' });
});
