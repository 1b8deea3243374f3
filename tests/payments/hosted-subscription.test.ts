import { afterEach, beforeEach, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { aSubscription, invoicesOf, onDay } from './subscribe';
import { aSession, PUBLIC_URL, present, type RunningDouble, runDouble, typesOf } from './support';

let running: RunningDouble;
beforeEach(async () => {
  running = await runDouble();
});
afterEach(async () => {
  setClockOffsetMs(0);
  await running.stop();
});

const show = async (url: string) => (await running.double.handle(new Request(url))).text();
const press = async (url: string, fields: Record<string, string>) => {
  const request = new Request(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const response = await running.double.handle(request);
  return new URL(response.headers.get('location') ?? '', PUBLIC_URL).href;
};
const read = (id: string) => running.stripe.subscriptions.retrieve(id);
const openPortal = async (customer: string) =>
  (await running.stripe.billingPortal.sessions.create({ customer, return_url: `${PUBLIC_URL}/account` })).url;

test('the payment page of a subscription names its rhythm and how the card may behave later', async () => {
  const session = await running.stripe.checkout.sessions.create({
    mode: 'subscription',
    success_url: `${PUBLIC_URL}/thanks`,
    line_items: [
      {
        price_data: {
          currency: 'jpy',
          unit_amount: 2_000,
          recurring: { interval: 'month', interval_count: 3 },
          product_data: { name: 'Acme <b>Backup</b>' },
        },
      },
    ],
  });
  const url = present(session.url);
  const html = await show(url);
  for (const text of ['Pay ¥2,000', 'every 3 months', 'Decline renewals', 'Confirm renewals'])
    expect(html).toContain(text);
  expect(html).not.toContain('<b>Backup');
  expect(html).not.toContain('Succeeds later');
  expect(await show(await press(url, { action: 'decline' }))).toContain('Your card was declined.');
  expect(await press(url, { action: 'pay_then_decline' })).toBe(`${PUBLIC_URL}/thanks`);
  expect((await running.stripe.checkout.sessions.retrieve(session.id)).status).toBe('complete');
});

test('the portal cancels and takes it back', async () => {
  const { id, customerId, item } = await aSubscription(running);
  const portal = await openPortal(customerId);
  expect(await show(portal)).toContain('Renews on');
  const after = await press(portal, { action: 'cancel', subscription: id });
  expect(await read(id)).toMatchObject({ status: 'active', cancel_at: item.current_period_end });
  expect(await show(after)).toContain('The subscription ends with its period.');
  await press(portal, { action: 'keep', subscription: id });
  expect((await read(id)).cancel_at_period_end).toBe(false);
});

test('the portal changes the card for the next renewal', async () => {
  const { id, customerId } = await aSubscription(running);
  await press(await openPortal(customerId), { action: 'card_declines' });
  await onDay(running, 33);
  expect((await read(id)).status).toBe('past_due');
  const portal = await openPortal(customerId);
  expect(await show(portal)).toContain('It will be declined.');
  await press(portal, { action: 'card_works' });
  await onDay(running, 37);
  expect((await read(id)).status).toBe('active');
});

test('the portal touches nobody else’s subscription, and closes after a day', async () => {
  const mine = await aSubscription(running);
  const other = await aSubscription(running);
  const portal = await openPortal(mine.customerId);
  await press(portal, { action: 'cancel', subscription: other.id });
  expect((await read(other.id)).cancel_at).toBeNull();
  await onDay(running, 2);
  expect(await show(portal)).toContain('This page has expired');
  await press(portal, { action: 'cancel', subscription: mine.id });
  expect((await read(mine.id)).cancel_at).toBeNull();
});

test('an open invoice is paid on its page, also when its bank asks for the buyer', async () => {
  const { id } = await aSubscription(running, { outcome: 'pay_then_authenticate' });
  await onDay(running, 33);
  await running.double.settle();
  expect(typesOf(running.received)).toContain('invoice.payment_action_required');
  const page = present((await invoicesOf(running, id))[1]?.hosted_invoice_url);
  expect(await show(page)).toContain('This invoice is open');
  expect(await show(await press(page, { action: 'decline' }))).toContain('Your card was declined.');
  expect((await invoicesOf(running, id))[1]).toMatchObject({ status: 'open', attempt_count: 1 });
  expect(await show(await press(page, { action: 'pay' }))).toContain('This invoice is paid');
  expect((await read(id)).status).toBe('active');
  await onDay(running, 65);
  expect((await invoicesOf(running, id))[2]).toMatchObject({ status: 'paid' });
});

test('the bank disputes a payment from its page and decides', async () => {
  const { sessionId, payUrl } = await aSession();
  await press(payUrl, { action: 'dispute' });
  expect((await running.stripe.disputes.list()).data).toHaveLength(0);
  await running.double.act(sessionId, 'pay');
  await press(payUrl, { action: 'dispute' });
  await press(payUrl, { action: 'dispute' });
  const { data } = await running.stripe.disputes.list();
  expect(data).toMatchObject([{ status: 'needs_response', amount: 10_800 }]);
  await running.stripe.disputes.update(present(data[0]).id, { evidence: { uncategorized_text: 'They use it daily.' } });
  expect((await running.stripe.disputes.retrieve(present(data[0]).id)).status).toBe('under_review');
  await press(payUrl, { action: 'dispute_won' });
  await press(payUrl, { action: 'dispute_lost' });
  expect((await running.stripe.disputes.retrieve(present(data[0]).id)).status).toBe('won');
  await running.double.settle();
  const moves = typesOf(running.received).filter((type) => type.startsWith('charge.dispute'));
  expect(moves).toEqual([
    'charge.dispute.created',
    'charge.dispute.funds_withdrawn',
    'charge.dispute.updated',
    'charge.dispute.closed',
    'charge.dispute.funds_reinstated',
  ]);
});

test('the bank fails the last refund of a period', async () => {
  const { id } = await aSubscription(running);
  const invoice = present((await invoicesOf(running, id))[0]);
  const payment_intent = String(present(invoice.payments?.data[0]).payment.payment_intent);
  const refund = await running.stripe.refunds.create({ payment_intent });
  await press(present(invoice.hosted_invoice_url), { action: 'fail_refund' });
  expect((await running.stripe.refunds.retrieve(refund.id)).status).toBe('failed');
});
