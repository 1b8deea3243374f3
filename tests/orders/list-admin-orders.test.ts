import { beforeAll, expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { eachAdminOrder, listAdminOrders } from '@/lib/orders/list-admin-orders';
import type { OrderFilter } from '@/lib/orders/order-filter';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, anOrder, aProduct, aResource } from '../support/factories';

useDatabase();

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);
let backup: Awaited<ReturnType<typeof aProduct>>;
let ada: Awaited<ReturnType<typeof aCustomer>>;
let active: Awaited<ReturnType<typeof aResource>>;

beforeAll(async () => {
  backup = await aProduct({ title: 'Acme Backup' });
  const cli = await aProduct({ title: 'Acme CLI' });
  ada = await aCustomer({ email: 'ada_1@example.test' });
  const bob = await aCustomer({ email: 'adax1@example.test' });
  for (let day = 1; day <= 60; day++) {
    await anOrder({ customerId: bob.id, items: [{ plan: cli.plan }], at: daysAgo(day), number: 1_000 + day });
  }
  const both = [{ plan: backup.plan }, { plan: cli.plan }];
  await anOrder({ customerId: ada.id, items: both, at: daysAgo(100), number: 5_000 });
  await inTransaction((tx) =>
    tx.order.update({ where: { number: 5_000 }, data: { status: 'partially_refunded', refundedAmount: 100 } }),
  );
  active = await aResource({ product: backup, at: daysAgo(200), orderNumber: 6_000 });
  const call = { ...aCall(active.key, active.planNumber, 'i'), label: 'https://www.shop.example.test/' };
  await activate([call], { at: new Date(), strict: false });
});

const numbers = async (filter: OrderFilter) => (await listAdminOrders(filter, {})).rows.map(({ number }) => number);

test.each([
  ['an order number', '5000', [5_000]],
  ['an order number as people write it', '#5000', [5_000]],
  ['an e-mail address, whatever its case', 'ADA_1@example.test', [5_000]],
  ['the beginning of an address, its underscore no wildcard', 'ada_', [5_000]],
  ['the host of an activation', 'shop.example.test', [6_000]],
  ['nothing that is there', 'nowhere.test', []],
])('an order is found by %s', async (_what, text, found) => {
  expect(await numbers({ text })).toEqual(found);
});

test('filters narrow by status, product, time, refund and customer, also together', async () => {
  expect(await numbers({ status: 'partially_refunded' })).toEqual([5_000]);
  expect(await numbers({ productId: backup.id })).toEqual([5_000, 6_000]);
  expect(await numbers({ placedSince: daysAgo(2.5) })).toEqual([1_001, 1_002]);
  expect(await numbers({ isRefunded: true })).toEqual([5_000]);
  expect(await numbers({ customerNumber: ada.number })).toEqual([5_000]);
  expect(await numbers({ productId: backup.id, isRefunded: false })).toEqual([6_000]);
});

test('each page follows the one before, and together they are every order once, newest first', async () => {
  const first = await listAdminOrders({}, {});
  expect(first).toMatchObject({ count: 62, previous: undefined });
  expect(first.rows).toHaveLength(50);
  const second = await listAdminOrders({}, { after: first.next });
  expect(second.next).toBeUndefined();
  const all = [...first.rows, ...second.rows].map(({ number }) => number);
  expect(all).toEqual([...Array.from({ length: 60 }, (_, i) => 1_001 + i), 5_000, 6_000]);
});

test('a row says who bought what', async () => {
  const { rows } = await listAdminOrders({ text: '5000' }, {});
  expect(rows).toMatchObject([
    { customerEmail: ada.email, products: ['Acme Backup'], refundedAmount: 100, status: 'partially_refunded' },
  ]);
});

test('the export has every order that the filter leaves', async () => {
  let count = 0;
  for await (const rows of eachAdminOrder({ isRefunded: false })) count += rows.length;
  expect(count).toBe((await db().order.count()) - 1);
});
