import { expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { importDocument } from '@/lib/orders/import-document';
import { importStore } from '@/lib/orders/import-store';
import { AT } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem, first } from '../support/factories';

useDatabase();

const MOST = 2_000_000_000;
const bring = (document: unknown) => importStore(importDocument.parse(document), AT, bySystem);

async function sequences(): Promise<unknown> {
  const { rows } = await pool().query(
    `SELECT sequencename, last_value FROM pg_sequences WHERE max_value = 2147483647 ORDER BY sequencename`,
  );
  return rows;
}

const refused = { email: 'no address' };
const aDocument = (number: number) => ({
  products: [
    {
      number,
      slug: 'numbered',
      title: 'Numbered',
      plans: [{ number, name: 'One', unitAmount: 100, currency: 'usd', activationLimit: 1, termDays: null }],
    },
  ],
  customers: [
    {
      number,
      email: 'numbered@example.test',
      orders: [{ number, placedAt: '2026-01-01', items: [{ planNumber: number, resourceNumber: number }] }],
    },
  ],
});

test('an import that is refused at its last row has moved no sequence, however high its numbers', async () => {
  await aResource();
  const before = await sequences();
  const { products, customers } = aDocument(MOST);
  const twice = { ...first(customers), number: 7, orders: [] };
  expect(await bring({ products, customers: [...customers, twice] })).toEqual({
    ok: false,
    rows: [{ where: 'customer numbered@example.test', reason: 'email_taken' }],
  });
  const badKey = [{ key: 'opens-nothing', resourceNumber: 1_999_999_999 }];
  expect(await bring({ products, customers, associatedApiKeys: badKey })).toMatchObject({ ok: false });
  expect(await sequences()).toEqual(before);
});

test('the highest numbers that come in leave room for millions of sales above them', async () => {
  expect(importDocument.safeParse(aDocument(MOST + 1)).error?.issues.map(({ path }) => path.join('.'))).toEqual([
    'products.0.number',
    'products.0.plans.0.number',
    'customers.0.number',
    'customers.0.orders.0.number',
    'customers.0.orders.0.items.0.planNumber',
    'customers.0.orders.0.items.0.resourceNumber',
  ]);
  expect(importDocument.safeParse({ customers: [refused] }).success).toBe(false);
  const number = 1_000_000;
  expect(await bring(aDocument(number))).toMatchObject({ ok: true });
  const [product, later] = [await aProduct(), await aResource()];
  expect(product.number).toBeGreaterThan(number);
  expect(later.orderNumber).toBe(number + 1);
  expect(later.resourceNumber).toBe(number + 1);
  expect((await db().customer.findUniqueOrThrow({ where: { id: later.customerId } })).number).toBe(number + 1);
});

test('rows without a number get none that another row of the document keeps, before it or after it', async () => {
  const { product, orderNumber, resourceNumber, customerId } = await aResource();
  const { number } = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
  const person = (i: number, kept: boolean) => ({
    email: `mixed-${i}@example.test`,
    ...(kept ? { number: number + i } : {}),
    orders: [
      {
        number: orderNumber + 10 + i,
        placedAt: '2026-01-01',
        items: [{ planNumber: product.plan.number, ...(kept ? { resourceNumber: resourceNumber + i } : {}) }],
      },
    ],
  });
  const customers = [person(2, true), person(3, false), person(1, true), person(4, false), person(5, true)];
  expect(await bring({ customers })).toMatchObject({ ok: true, customers: 5 });
  const made = await db().customer.findMany({
    where: { email: { startsWith: 'mixed-' } },
    include: { resources: true },
    orderBy: { email: 'asc' },
  });
  expect(made.map((one) => one.number - number)).toEqual([1, 2, 3, 4, 5]);
  expect(made.map((one) => first(one.resources).number - resourceNumber)).toEqual([1, 2, 3, 4, 5]);
  expect((await aResource()).resourceNumber).toBe(resourceNumber + 6);
});
