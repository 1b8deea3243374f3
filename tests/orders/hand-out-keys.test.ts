import { randomBytes } from 'node:crypto';
import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { POST } from '@/app/api/stripe/webhook/route';
import { db } from '@/lib/db/client';
import { addAssociatedKeys, checkAssociatedKeys } from '@/lib/licensing/add-associated-keys';
import { openLicenseKey } from '@/lib/licensing/write-license-key';
import { present, WEBHOOK_SECRET } from '../payments/support';
import { AT } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem } from '../support/factories';
import { buy, useShop } from './support';

useDatabase();
const shop = useShop();

const someKeys = (count: number) => Array.from({ length: count }, () => randomBytes(20).toString('hex'));

async function aStockedProduct(keys: string[]) {
  const product = await aProduct();
  const offered = { productId: product.id, text: keys.join('\n') };
  const checked = await checkAssociatedKeys(offered);
  if (!checked.ok) throw new Error(checked.reason);
  await addAssociatedKeys({ ...offered, fingerprint: checked.report.fingerprint, at: AT, actor: bySystem });
  return product;
}

async function handedOut(productId: string) {
  const rows = await db().licenseKey.findMany({
    where: { kind: 'associated', productId, customerId: { not: null } },
    include: { resource: true },
  });
  return Promise.all(rows.map(async (row) => ({ key: await openLicenseKey(row), resource: present(row.resource) })));
}

const auditOf = (action: string, objectId: string) => db().auditEntry.findMany({ where: { action, objectId } });

test('a purchase takes the oldest key of the stock, one for each API Resource', async () => {
  const [first, second, third] = someKeys(3) as [string, string, string];
  const product = await aStockedProduct([first, second, third]);
  const line = { planNumber: product.plan.number, quantity: 2 };
  const { order } = await buy(shop, { lines: [line] });
  const resource = present(present(order).items[0]?.resource);
  expect(await handedOut(product.id)).toMatchObject([
    { key: first, resource: { id: resource.id, customerId: present(order).customerId } },
  ]);
  await buy(shop, { lines: [line] });
  expect((await handedOut(product.id)).map(({ key }) => key).sort()).toEqual([first, second].sort());
});

test('the same payment told again hands out nothing more', async () => {
  const product = await aStockedProduct(someKeys(3));
  const { sessionId } = await buy(shop, { lines: [{ planNumber: product.plan.number, quantity: 1 }] });
  const { data } = await shop.payments.stripe.events.list({ type: 'checkout.session.completed', limit: 20 });
  const told = present(data.find(({ data: { object } }) => 'id' in object && object.id === sessionId));
  const body = JSON.stringify(told);
  const anew = JSON.stringify({ ...told, id: 'evt_told_by_another_name' });
  for (const payload of [body, anew, anew]) {
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET });
    const request = new Request('http://store.test/', {
      method: 'POST',
      body: payload,
      headers: { 'stripe-signature': signature },
    });
    expect((await POST(request)).status).toBe(200);
  }
  expect(await handedOut(product.id)).toHaveLength(1);
});

test('an empty stock never stops an order, and the audit tells it', async () => {
  const product = await aStockedProduct(someKeys(1));
  const line = { planNumber: product.plan.number, quantity: 1 };
  await buy(shop, { lines: [line] });
  const { order } = await buy(shop, { lines: [line] });
  expect(order).toMatchObject({ status: 'paid' });
  const resource = present(present(order).items[0]?.resource);
  expect(resource.keys.map(({ kind }) => kind)).toEqual(['product_order']);
  expect(await auditOf('associated_api_key.stock_empty', product.id)).toMatchObject([
    { after: { apiResourceId: resource.id } },
  ]);
});

test('a product that never had a stock is bought without a word about it', async () => {
  const { product } = await aResource();
  expect(await auditOf('associated_api_key.stock_empty', product.id)).toEqual([]);
});

test('24 purchases at the same moment share 16 keys: none is handed out twice, none is left', async () => {
  for (let round = 0; round < 5; round++) {
    const keys = someKeys(16);
    const product = await aStockedProduct(keys);
    await Promise.all(Array.from({ length: 24 }, () => aResource({ product })));
    const given = await handedOut(product.id);
    expect(given.map(({ key }) => key).sort()).toEqual([...keys].sort());
    expect(new Set(given.map(({ resource }) => resource.id)).size).toBe(16);
    expect(await auditOf('associated_api_key.stock_empty', product.id)).toHaveLength(8);
  }
});

test('the database itself refuses a second key of the stock for one API Resource', async () => {
  const product = await aStockedProduct(someKeys(2));
  const { resourceId, customerId } = await aResource({ product });
  const left = await db().licenseKey.findFirstOrThrow({ where: { productId: product.id, customerId: null } });
  const second = { where: { id: left.id }, data: { customerId, apiResourceId: resourceId } };
  await expect(db().licenseKey.update(second)).rejects.toThrow('license_key_one_from_stock');
});
