import { beforeAll, expect, test } from 'vitest';
import { findProducts } from '@/lib/catalog/find-products';
import { customerStatement, findCustomers } from '@/lib/customers/find-customers';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { inListRead } from '@/lib/db/in-list-read';
import { env } from '@/lib/env';
import { countSettingsReach, reachStatements } from '@/lib/licensing/count-reach';
import { findHosts, hostStatement } from '@/lib/licensing/find-hosts';
import { findLicences } from '@/lib/licensing/find-licences';
import { findOrders } from '@/lib/orders/find-orders';
import { seedLists } from '../bench/lists/seed-lists';
import { useDatabase } from '../support/database';
import { scannedTables } from '../support/explain-lists';
import { aCustomer, aProduct, aResource } from '../support/factories';

useDatabase();

const at = new Date('2026-11-21T12:00:00Z');
let bought: Awaited<ReturnType<typeof aResource>>;

beforeAll(async () => {
  const url = env().databaseUrl;
  if (!url) throw new Error('There is no database');
  await seedLists(url, { activations: 5_000, resources: 1_000, customers: 200 });
  const customer = await aCustomer({ email: 'zora.quill@words.test' });
  await db().customer.update({ where: { id: customer.id }, data: { name: 'Zora Quill', company: 'Inkwell Ltd' } });
  const product = await aProduct({ title: 'Palette Press 100%' });
  bought = await aResource({ customerId: customer.id, product, resourceNumber: 900_001, orderNumber: 900_002 });
});

async function planOf(statement: Prisma.Sql): Promise<string> {
  const lines = await inListRead((tx) => tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${statement}`));
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

test.each([
  ['customers', customerStatement('zora')],
  ['hosts', hostStatement('shop-1')],
  ['customers with keys', reachStatements.customersWithKeys()],
  ['customers with associated keys', reachStatements.customersWithAssociatedKeys()],
  ['customers with a running term', reachStatements.customersWithTerm(at)],
  ['customers past their term', reachStatements.customersPastTerm(at)],
  ['activations', reachStatements.activations()],
])('%s are found by index, never by reading a whole table', async (_, statement) => {
  expect(scannedTables([await planOf(statement)])).toEqual([]);
});

test('a customer is found by the beginning of the address, of a name or of a company', async () => {
  const numbers = async (text: string) => (await findCustomers(text)).map(({ email }) => email);
  for (const text of ['zora.q', 'ZORA.QUILL@words.test', 'quil', 'inkw', 'zora ink']) {
    expect(await numbers(text)).toEqual(['zora.quill@words.test']);
  }
  for (const text of ['z', '%', '_ora', "zora' | 'x", ':*', '!zora & (']) {
    expect((await numbers(text)).length, text).toBeLessThanOrEqual(1);
  }
  expect(await numbers('%%')).toEqual([]);
});

test('an order and a licence are found by their number, with or without a sign before it', async () => {
  expect(await findOrders(`#${bought.orderNumber}`)).toEqual([
    { number: bought.orderNumber, customerEmail: 'zora.quill@words.test' },
  ]);
  expect(await findLicences(String(bought.resourceNumber))).toMatchObject([
    { number: bought.resourceNumber, productTitle: 'Palette Press 100%' },
  ]);
  expect(await findOrders('99999999999')).toEqual([]);
  expect(await findLicences('12a')).toEqual([]);
});

test('a product is found by a part of its title, literally, and by the number of a plan', async () => {
  const found = [{ number: bought.productNumber, title: 'Palette Press 100%' }];
  expect(await findProducts('press 100%')).toEqual(found);
  expect(await findProducts(String(bought.planNumber))).toEqual(found);
  expect(await findProducts('p')).toEqual([]);
});

test('hosts are few, each once, with how often they are in use', async () => {
  const [row] = await db().activation.findMany({ where: { label: { startsWith: 'https://' } }, take: 1 });
  const host = new URL(row?.label ?? '').host.replace(/^www\./, '');
  const found = await findHosts(`https://${host}/`);
  expect(found[0]).toMatchObject({ host: expect.stringContaining(host) });
  expect((await findHosts(host.slice(0, 2))).length).toBeLessThanOrEqual(5);
  expect(await findHosts(host.slice(0, 1))).toEqual([]);
});

test('whom settings affect is counted', async () => {
  const reach = await countSettingsReach(at);
  expect(reach.activations).toBe(5_000);
  expect(reach.customersWithKeys).toBeGreaterThan(100);
  const customers = await db().apiResource.findMany({ where: { revokedAt: null }, distinct: ['customerId'] });
  expect(reach.customersWithKeys).toBe(customers.length);
});
