import { afterEach, beforeEach, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { readPaymentEvent, verifyPaymentEvent } from '@/lib/payments/read-payment-event';
import { aSubscription, invoicesOf, onDay } from './subscribe';
import { present, type RunningDouble, runDouble } from './support';

let running: RunningDouble;
beforeEach(async () => {
  running = await runDouble();
});
afterEach(async () => {
  setClockOffsetMs(0);
  await running.stop();
});

/** What the newest delivery of a type means to the shop. */
async function meaningOf(type: string) {
  await running.double.settle();
  const { body, signature } = present(running.received.filter(({ event }) => event.type === type).at(-1));
  const verified = verifyPaymentEvent(body, signature);
  if (!verified.ok) throw new Error(verified.reason);
  return readPaymentEvent(verified.event);
}

async function paymentOf(subscriptionId: string) {
  const [invoice] = await invoicesOf(running, subscriptionId);
  return String(present(invoice?.payments?.data[0]).payment.payment_intent);
}

test('a paid invoice is told with what it paid for, and the subscription it belongs to', async () => {
  const checkoutId = crypto.randomUUID();
  const { id, item, customerId } = await aSubscription(running, { checkoutId, quantity: 2 });
  const meaning = await meaningOf('invoice.paid');
  expect(meaning).toMatchObject({
    kind: 'invoice_paid',
    invoice: {
      reason: 'first_period',
      status: 'paid',
      totalAmount: 4_000,
      paidAmount: 4_000,
      paymentIntentId: await paymentOf(id),
      nextTryAt: null,
    },
    subscription: { subscriptionId: id, checkoutId, stripeCustomerId: customerId, status: 'active', endsAt: null },
  });
  expect('invoice' in meaning && meaning.invoice.lines).toEqual([
    {
      itemId: item.id,
      priceId: item.price.id,
      quantity: 2,
      amount: 4_000,
      isProration: false,
      startsAt: new Date(item.current_period_start * 1000),
      endsAt: new Date(item.current_period_end * 1000),
    },
  ]);
  expect('subscription' in meaning && meaning.subscription.items).toMatchObject([
    { itemId: item.id, position: 0, unitAmount: 2_000, quantity: 2, every: { interval: 'month', count: 1 } },
  ]);
});

test('a failed renewal is told as open and owing, with the time of the next try, and as ended in the end', async () => {
  await aSubscription(running, { outcome: 'pay_then_decline' });
  await onDay(running, 33);
  const failed = await meaningOf('invoice.payment_failed');
  expect(failed).toMatchObject({
    kind: 'invoice_open',
    subscription: { status: 'owing' },
    invoice: { reason: 'renewal' },
  });
  expect('invoice' in failed && failed.invoice.nextTryAt).toBeInstanceOf(Date);
  await onDay(running, 60);
  expect(await meaningOf('invoice.payment_failed')).toMatchObject({ kind: 'invoice_closed' });
  expect(await meaningOf('customer.subscription.updated')).toMatchObject({ kind: 'subscription_ended' });
});

test('a planned end and a pause are told', async () => {
  const { id, item } = await aSubscription(running);
  await running.stripe.subscriptions.update(id, { cancel_at_period_end: true });
  const endsAt = new Date(item.current_period_end * 1000);
  expect(await meaningOf('customer.subscription.updated')).toMatchObject({
    subscription: { status: 'active', endsAt },
  });
  await running.stripe.subscriptions.update(id, {
    cancel_at_period_end: false,
    pause_collection: { behavior: 'void' },
  });
  expect(await meaningOf('customer.subscription.updated')).toMatchObject({
    subscription: { endsAt: null, collectionPausedUntil: 'further_notice' },
  });
});

test('a refund and a dispute of a period are told with its invoice', async () => {
  const { id } = await aSubscription(running);
  const payment_intent = await paymentOf(id);
  await running.stripe.refunds.create({ payment_intent, amount: 500 });
  expect(await meaningOf('charge.refunded')).toMatchObject({
    kind: 'invoice_refunded',
    refunds: [{ amount: 500, status: 'succeeded' }],
    subscription: { subscriptionId: id },
  });
  const { data } = await running.stripe.charges.list({ payment_intent });
  const dispute = await running.double.openDispute(present(data[0]).id);
  const meaning = { kind: 'invoice_disputed', subscription: { subscriptionId: id } };
  expect(await meaningOf('charge.dispute.created')).toMatchObject({ ...meaning, dispute: { status: 'open' } });
  await running.double.closeDispute(dispute.id, 'won');
  expect(await meaningOf('charge.dispute.closed')).toMatchObject({ ...meaning, dispute: { status: 'won' } });
});

test('a subscription that no checkout of ours began is ignored', async () => {
  const customer = await running.stripe.customers.create({ payment_method: 'pm_card_visa' });
  const product = await running.stripe.products.create({ name: 'Foreign' });
  const recurring = { interval: 'month' } as const;
  const price = await running.stripe.prices.create({
    product: product.id,
    unit_amount: 100,
    currency: 'usd',
    recurring,
  });
  await running.stripe.subscriptions.create({
    customer: customer.id,
    default_payment_method: 'pm_card_visa',
    items: [{ price: price.id }],
  });
  const ignored = { kind: 'ignored', why: 'not_ours' };
  expect(await meaningOf('invoice.paid')).toEqual(ignored);
  expect(await meaningOf('customer.subscription.created')).toEqual(ignored);
});
