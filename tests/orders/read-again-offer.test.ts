import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { readAgainOffer } from '@/lib/orders/read-again-offer';
import { useDatabase } from '../support/database';
import { aCustomer, anOrder, aProduct, aResource } from '../support/factories';

useDatabase();

/** An order of three plans, of which the second is off sale and the third’s product is not published any more. */
async function mixedOrder() {
  const customerId = (await aCustomer()).id;
  const sold = await aProduct({ plans: [{}, {}] });
  const hidden = await aProduct();
  const [kept, archived] = sold.plans;
  if (!kept || !archived) throw new Error('The product has too few plans');
  const items = [{ plan: kept, quantity: 2 }, { plan: archived }, { plan: hidden.plan }];
  const order = await anOrder({ customerId, items });
  const off = new Date();
  await db().plan.update({ where: { id: archived.id }, data: { archivedAt: off } });
  await db().product.update({ where: { id: hidden.id }, data: { publishedAt: null } });
  return { customerId, orderId: order.id, kept };
}

test('an order is bought again with what is still sold of it, and what is gone is named', async () => {
  const { kept, ...which } = await mixedOrder();
  expect(await readAgainOffer(which)).toEqual({
    lines: [{ planNumber: kept.number, quantity: 2 }],
    gone: [
      { productTitle: 'Acme Backup', planName: 'Standard' },
      { productTitle: 'Acme Backup', planName: 'Standard' },
    ],
  });
});

test('a plan that shares its number with its product brings none of the other plans', async () => {
  const customerId = (await aCustomer()).id;
  const { id, number } = await aProduct();
  const other = await aProduct({ number: number + 500_000, plans: [{ number: number + 500_000 }, {}] });
  const order = await anOrder({ customerId, items: [{ plan: other.plan }] });
  expect(id).not.toBe(other.id);
  expect(await readAgainOffer({ customerId, orderId: order.id })).toEqual({
    lines: [{ planNumber: other.number, quantity: 1 }],
    gone: [],
  });
});

test('a stranger’s order, one that waits for its payment, and a mere renewal cannot be bought again', async () => {
  const { orderId, customerId, resourceId } = await aResource();
  expect(await readAgainOffer({ customerId, orderId })).toMatchObject({ gone: [] });
  expect(await readAgainOffer({ customerId: (await aCustomer()).id, orderId })).toBeUndefined();
  expect(await readAgainOffer({ customerId, orderId: 'no-id' })).toBeUndefined();
  await db().order.update({ where: { id: orderId }, data: { status: 'awaiting_payment', paidAt: null } });
  expect(await readAgainOffer({ customerId, orderId })).toBeUndefined();
  const product = await aProduct();
  const renewal = await anOrder({ customerId, items: [{ plan: product.plan }] });
  await db().orderItem.updateMany({ where: { orderId: renewal.id }, data: { renewsResourceId: resourceId } });
  expect(await readAgainOffer({ customerId, orderId: renewal.id })).toBeUndefined();
});
