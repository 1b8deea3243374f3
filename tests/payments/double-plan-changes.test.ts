import { afterEach, beforeEach, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { periodEnd } from '@/lib/payments/demo/add-period';
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

async function aPrice(unit_amount: number, interval: 'month' | 'year' = 'month') {
  const product = await running.stripe.products.create({ name: 'Acme Backup, Company' });
  return running.stripe.prices.create({ product: product.id, unit_amount, currency: 'usd', recurring: { interval } });
}

/** The clock stands in the middle of the first period. */
async function atHalfTime(item: { current_period_start: number; current_period_end: number }) {
  const half = (item.current_period_start + item.current_period_end) / 2;
  setClockOffsetMs(Math.ceil(half) * 1000 - Date.now());
  await running.double.tick();
}

test('a dearer plan at half time credits the old half and charges the new half with the next invoice', async () => {
  const { id, item } = await aSubscription(running);
  const price = await aPrice(6_000);
  await atHalfTime(item);
  await running.stripe.subscriptions.update(id, { items: [{ id: item.id, price: price.id }] });
  expect(await invoicesOf(running, id)).toHaveLength(1);
  await onDay(running, 33);
  const renewal = present((await invoicesOf(running, id))[1]);
  const amounts = renewal.lines.data.map(({ amount }) => amount);
  expect(Math.abs(present(amounts[0]) + 1_000)).toBeLessThanOrEqual(1);
  expect(Math.abs(present(amounts[1]) - 3_000)).toBeLessThanOrEqual(1);
  expect(amounts[2]).toBe(6_000);
  expect(renewal.total).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
  expect(renewal.lines.data[0]).toMatchObject({ parent: { subscription_item_details: { proration: true } } });
});

test('asked to, the difference is billed at once', async () => {
  const { id, item } = await aSubscription(running);
  await atHalfTime(item);
  await running.stripe.subscriptions.update(id, {
    items: [{ id: item.id, quantity: 3 }],
    proration_behavior: 'always_invoice',
  });
  const [, change] = await invoicesOf(running, id);
  expect(change).toMatchObject({ status: 'paid', billing_reason: 'subscription_update' });
  expect(Math.abs(present(change).total - 2_000)).toBeLessThanOrEqual(1);
});

test('a cheaper plan leaves credit, which the next invoice uses', async () => {
  const { id, item, customerId } = await aSubscription(running, { unitAmount: 10_000 });
  const price = await aPrice(1_000);
  await atHalfTime(item);
  const items = [{ id: item.id, price: price.id }];
  await running.stripe.subscriptions.update(id, { items, proration_behavior: 'always_invoice' });
  const customer = await running.stripe.customers.retrieve(customerId);
  expect(customer).toMatchObject({ balance: expect.any(Number) });
  expect('balance' in customer && customer.balance).toBeLessThanOrEqual(-4_499);
  await onDay(running, 33);
  expect((await invoicesOf(running, id))[2]).toMatchObject({ status: 'paid', total: 1_000, amount_paid: 0 });
});

test('another rhythm begins a new period and is billed at once', async () => {
  const { id, item } = await aSubscription(running);
  const price = await aPrice(20_000, 'year');
  await atHalfTime(item);
  const changed = await running.stripe.subscriptions.update(id, { items: [{ id: item.id, price: price.id }] });
  const { current_period_start: start, current_period_end: end } = present(changed.items.data[0]);
  expect(end - start).toBeGreaterThan(364 * 86_400);
  const [, bill] = await invoicesOf(running, id);
  expect(Math.abs(present(bill).total - 19_000)).toBeLessThanOrEqual(1);
});

test('without proration nothing is billed until the next period', async () => {
  const { id, item } = await aSubscription(running);
  const price = await aPrice(6_000);
  await atHalfTime(item);
  const items = [{ id: item.id, price: price.id }];
  await running.stripe.subscriptions.update(id, { items, proration_behavior: 'none' });
  await onDay(running, 33);
  expect((await invoicesOf(running, id)).map(({ total }) => total)).toEqual([2_000, 6_000]);
});

test('a subscription begun on the 31st is billed on the last day of shorter months', () => {
  const at = (text: string) => Date.parse(text) / 1000;
  const monthly = { interval: 'month', interval_count: 1 } as const;
  const anchor = at('2026-01-31T10:00:00Z');
  expect(periodEnd(anchor, monthly, anchor)).toBe(at('2026-02-28T10:00:00Z'));
  expect(periodEnd(anchor, monthly, at('2026-02-28T10:00:00Z'))).toBe(at('2026-03-31T10:00:00Z'));
  const leap = at('2028-02-29T00:00:00Z');
  expect(periodEnd(leap, { interval: 'year', interval_count: 1 }, leap)).toBe(at('2029-02-28T00:00:00Z'));
});
