import { afterEach, beforeEach, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { aSubscription, invoicesOf, onDay } from './subscribe';
import { present, type RunningDouble, runDouble, typesOf } from './support';

let running: RunningDouble;
beforeEach(async () => {
  running = await runDouble();
});
afterEach(async () => {
  setClockOffsetMs(0);
  await running.stop();
});

const read = (id: string) => running.stripe.subscriptions.retrieve(id);
const statuses = async (id: string) => (await invoicesOf(running, id)).map(({ status }) => status);

test('paying a session in subscription mode begins a subscription with a paid first invoice', async () => {
  const { id, session, customerId } = await aSubscription(running, { quantity: 3 });
  expect(session).toMatchObject({ status: 'complete', payment_status: 'paid', payment_intent: null });
  const subscription = await read(id);
  expect(subscription).toMatchObject({ status: 'active', customer: customerId, latest_invoice: session.invoice });
  expect(subscription).not.toHaveProperty('current_period_end');
  const [invoice] = await invoicesOf(running, id);
  expect(invoice).toMatchObject({
    status: 'paid',
    billing_reason: 'subscription_create',
    total: 6_000,
    amount_paid: 6_000,
    parent: { subscription_details: { subscription: id } },
    payments: { data: [{ status: 'paid', amount_paid: 6_000, payment: { type: 'payment_intent' } }] },
  });
  const price = present(subscription.items.data[0]).price.id;
  expect(invoice?.lines.data[0]).toMatchObject({ quantity: 3, pricing: { price_details: { price } } });
  await running.double.settle();
  expect(typesOf(running.received)).toEqual([
    'customer.created',
    'payment_method.attached',
    'invoice.created',
    'customer.subscription.created',
    'invoice.finalized',
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice_payment.paid',
    'invoice.paid',
    'invoice.payment_succeeded',
    'customer.subscription.updated',
    'checkout.session.completed',
  ]);
});

test('two years of the demo clock make 24 renewals, each at its own time', async () => {
  const { id, item } = await aSubscription(running);
  await onDay(running, 732);
  const invoices = await invoicesOf(running, id);
  expect(invoices).toHaveLength(25);
  expect(new Set(invoices.map(({ status }) => status))).toEqual(new Set(['paid']));
  expect(invoices[1]).toMatchObject({ created: item.current_period_end, billing_reason: 'subscription_cycle' });
  const ends = invoices.map(({ lines }) => present(lines.data[0]).period.end);
  expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
});

test('a period moves before it is paid, and the draft is collected an hour later', async () => {
  const { id, item } = await aSubscription(running);
  setClockOffsetMs((item.current_period_end + 60) * 1000 - Date.now());
  await running.double.tick();
  expect(await statuses(id)).toEqual(['paid', 'draft']);
  const moved = await read(id);
  expect(moved.status).toBe('active');
  expect(present(moved.items.data[0]).current_period_start).toBe(item.current_period_end);
  setClockOffsetMs((item.current_period_end + 3_700) * 1000 - Date.now());
  await running.double.tick();
  expect(await statuses(id)).toEqual(['paid', 'paid']);
});

test('a card that declines makes the subscription past due, is tried again, and the subscription ends unpaid', async () => {
  const { id } = await aSubscription(running, { outcome: 'pay_then_decline' });
  await onDay(running, 33);
  expect((await read(id)).status).toBe('past_due');
  const failed = present((await invoicesOf(running, id))[1]);
  expect(failed).toMatchObject({ status: 'open', attempt_count: 1, amount_paid: 0 });
  expect(failed.next_payment_attempt).toBeGreaterThan(failed.created + 2 * 86_400);
  await onDay(running, 50);
  expect(await read(id)).toMatchObject({ status: 'canceled', cancellation_details: { reason: 'payment_failed' } });
  expect((await invoicesOf(running, id))[1]).toMatchObject({ status: 'uncollectible', attempt_count: 4 });
  await running.double.settle();
  const types = typesOf(running.received);
  expect(types.filter((type) => type === 'invoice.payment_failed')).toHaveLength(4);
  expect(types.at(-1)).toBe('customer.subscription.deleted');
});

test('a better card saves a subscription that is past due at the next try', async () => {
  const { id, customerId } = await aSubscription(running, { outcome: 'pay_then_decline' });
  await onDay(running, 33);
  const card = await running.stripe.paymentMethods.attach('pm_card_visa', { customer: customerId });
  await running.stripe.subscriptions.update(id, { default_payment_method: card.id });
  expect((await read(id)).status).toBe('past_due');
  await onDay(running, 37);
  expect((await read(id)).status).toBe('active');
  expect(await statuses(id)).toEqual(['paid', 'paid']);
});

test('a trial costs nothing, warns three days before its end, and then collects', async () => {
  const { id, session } = await aSubscription(running, { trialDays: 14 });
  expect(session).toMatchObject({ amount_total: 0, payment_status: 'no_payment_required' });
  expect((await read(id)).status).toBe('trialing');
  await onDay(running, 12);
  await onDay(running, 15);
  expect((await read(id)).status).toBe('active');
  expect((await invoicesOf(running, id)).map(({ total }) => total)).toEqual([0, 2_000]);
  await running.double.settle();
  const warnings = typesOf(running.received).filter((type) => type === 'customer.subscription.trial_will_end');
  expect(warnings).toHaveLength(1);
});

test('cancelled at the period’s end it runs until then, and may be taken back before', async () => {
  const { id, item } = await aSubscription(running);
  const cancelled = await running.stripe.subscriptions.update(id, { cancel_at_period_end: true });
  expect(cancelled).toMatchObject({ status: 'active', cancel_at: item.current_period_end });
  await running.stripe.subscriptions.update(id, { cancel_at_period_end: false });
  expect(await read(id)).toMatchObject({ cancel_at: null, canceled_at: null });
  await running.stripe.subscriptions.update(id, { cancel_at_period_end: true });
  await onDay(running, 40);
  expect(await read(id)).toMatchObject({ status: 'canceled', ended_at: item.current_period_end });
  expect(await statuses(id)).toEqual(['paid']);
});

test('cancelled at once it ends at once, and cannot be cancelled again', async () => {
  const { id } = await aSubscription(running);
  expect(await running.stripe.subscriptions.cancel(id)).toMatchObject({ status: 'canceled' });
  await expect(running.stripe.subscriptions.cancel(id)).rejects.toThrow('No such subscription');
});

test('after the end an open invoice is not collected any more, though its card would pay now', async () => {
  const { id, customerId } = await aSubscription(running, { outcome: 'pay_then_decline' });
  await onDay(running, 33);
  const card = await running.stripe.paymentMethods.attach('pm_card_visa', { customer: customerId });
  await running.stripe.subscriptions.update(id, { default_payment_method: card.id });
  await running.stripe.subscriptions.cancel(id);
  await onDay(running, 90);
  expect(await statuses(id)).toEqual(['paid', 'open']);
});

test('while collection is paused, invoices are voided and periods go on', async () => {
  const { id } = await aSubscription(running);
  await running.stripe.subscriptions.update(id, { pause_collection: { behavior: 'void' } });
  await onDay(running, 33);
  expect(await statuses(id)).toEqual(['paid', 'void']);
  const resumed = await running.stripe.subscriptions.update(id, { pause_collection: '' });
  expect(resumed.pause_collection).toBeNull();
  await onDay(running, 65);
  expect(await statuses(id)).toEqual(['paid', 'void', 'paid']);
});

test('everything about a subscription survives a step of the clock only once', async () => {
  const { id } = await aSubscription(running);
  await onDay(running, 40);
  await running.double.tick();
  await running.double.tick();
  expect(await statuses(id)).toEqual(['paid', 'paid']);
});
