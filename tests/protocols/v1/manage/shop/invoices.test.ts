import { expect, test } from 'vitest';
import { useDatabase } from '../../../../support/database';
import { aProduct } from '../../../../support/factories';
import { aCaller } from '../admin-calls';

useDatabase();

/** An order that an admin entered for this customer: two units at 49.00 for 98.00 with 15.65 tax. */
async function anOrderOf(email: string) {
  const { call } = await aCaller();
  const { plan } = await aProduct();
  const paid = { kind: 'outside', amount: 9_800, tax_amount: 1_565, reference: 'Transfer 7' };
  const body = { email, items: [{ product_id: plan.number, quantity: 2 }], paid };
  const made = await call('POST', '/admin/orders', body, { headers: { 'idempotency-key': crypto.randomUUID() } });
  return { call, number: Number(made.json.number) };
}

test('an invoice is read by its buyer’s key and by an admin’s, and by no other customer’s', async () => {
  const buyer = await aCaller('customer');
  const { call, number } = await anOrderOf(buyer.owner.email);
  const own = await buyer.call('GET', `/orders/${number}/invoice`);
  expect(own.status).toBe(200);
  expect(own.json).toMatchObject({
    number: String(number),
    order_number: number,
    buyer: { email: buyer.owner.email },
    lines: [{ quantity: 2, unit_amount: 4_900, amount: 9_800 }],
    subtotal_amount: 9_800,
    discount_amount: 1_565,
    taxes: [{ name: '', percentage: null, amount: 1_565 }],
    total_amount: 9_800,
    payments: [{ amount: 9_800, by: 'outside', reference: 'Transfer 7' }],
    credits: [],
    kept_amount: 9_800,
  });
  expect((await call('GET', `/admin/orders/${number}/invoice`)).json).toEqual(own.json);
  const stranger = await aCaller('customer');
  expect((await stranger.call('GET', `/orders/${number}/invoice`)).status).toBe(404);
  expect((await call('GET', '/admin/orders/1999999999/invoice')).status).toBe(404);
});
