import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { readRevenue } from '@/lib/reports/read-revenue';
import { reportDays } from '@/lib/reports/report-days';
import { useDatabase } from '../support/database';
import { emptyTables } from '../support/empty-tables';
import { aCustomer, anOrder, aProduct } from '../support/factories';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const week = reportDays(7, at);
let customerId: string;
let plan: Awaited<ReturnType<typeof aProduct>>['plan'];
beforeEach(async () => {
  await emptyTables('"order"');
  customerId = (await aCustomer()).id;
  plan = (await aProduct()).plan;
});

async function paid(moment: string, facts: { unitAmount?: number; currency?: string } = {}) {
  const order = await anOrder({ customerId, items: [{ plan: { ...plan, ...facts } }], at: new Date(moment) });
  if (facts.currency) await db().order.update({ where: { id: order.id }, data: { currency: facts.currency } });
  return order;
}

function refunded(orderId: string, amount: number, moment: string, status: 'succeeded' | 'pending' | 'failed') {
  const stripeRefundId = `outside_${crypto.randomUUID()}`;
  const row = { orderId, amount, currency: 'usd', status, stripeRefundId, createdAt: new Date(moment) };
  return db().refund.create({ data: row });
}

test('a store without orders has no revenue in any currency', async () => {
  expect(await readRevenue(week)).toEqual([]);
});

test('an order counts on the UTC day it was paid, with the first and the last moment of the report', async () => {
  await paid('2026-11-14T23:59:59.999Z');
  await paid('2026-11-15T00:00:00Z');
  await paid('2026-11-20T23:59:59.999Z');
  await paid('2026-11-21T10:00:00Z');
  await paid('2026-11-21T10:00:00.001Z');
  const [usd] = await readRevenue(week);
  expect(usd).toMatchObject({ currency: 'usd', orders: 3, paid: 3 * 4900, refunded: 0 });
  expect(usd?.days.map(({ orders }) => orders)).toEqual([1, 0, 0, 0, 0, 1, 1]);
});

test('a refund counts on the day it was made, also of an order from before; one that failed is none', async () => {
  const old = await paid('2026-09-01T12:00:00Z');
  await refunded(old.id, 1500, '2026-11-18T12:00:00Z', 'succeeded');
  await refunded(old.id, 200, '2026-11-18T13:00:00Z', 'pending');
  await refunded(old.id, 900, '2026-11-18T14:00:00Z', 'failed');
  const [usd] = await readRevenue(week);
  expect(usd).toMatchObject({ orders: 0, paid: 0, refunded: 1700 });
  expect(usd?.days.find(({ day }) => day === '2026-11-18')).toEqual({
    day: '2026-11-18',
    orders: 0,
    paid: 0,
    refunded: 1700,
  });
});

test('currencies are never added up, and the one with most orders comes first', async () => {
  await paid('2026-11-20T12:00:00Z', { currency: 'eur', unitAmount: 100_000 });
  await paid('2026-11-20T12:00:00Z');
  await paid('2026-11-21T01:00:00Z');
  const told = await readRevenue(week);
  expect(told.map(({ currency, orders, paid: amount }) => [currency, orders, amount])).toEqual([
    ['usd', 2, 9800],
    ['eur', 1, 100_000],
  ]);
});

test('an order that waits for its money is no revenue', async () => {
  const order = await paid('2026-11-20T12:00:00Z');
  await db().order.update({ where: { id: order.id }, data: { status: 'awaiting_payment', paidAt: null } });
  expect(await readRevenue(week)).toEqual([]);
});

test('amounts beyond 32 bits are told whole', async () => {
  for (let i = 0; i < 3; i++) await paid('2026-11-20T12:00:00Z', { unitAmount: 2_000_000_000 });
  expect((await readRevenue(week))[0]?.paid).toBe(6_000_000_000);
});
