import { expect, test } from 'vitest';
import { readAll, subscribe } from '../../../../orders/subscriptions/support';
import { useShop } from '../../../../orders/support';
import { useDatabase } from '../../../../support/database';
import { aCaller } from '../admin-calls';

useDatabase();
const shop = useShop();

test('a subscriber’s key reads, cancels, keeps, pauses and resumes their own subscription, and no one else’s', async () => {
  const own = await aCaller('customer');
  const { id } = await subscribe(shop, { customerId: own.owner.id });
  const { number, right } = await readAll(id);
  const path = `/subscriptions/${number}`;
  expect((await own.call('GET', '/subscriptions')).json.data).toMatchObject([
    {
      number,
      status: 'active',
      interval: 'month',
      next_payment: { amount: 900 },
      items: [{ plan: 'Solo', licence_number: right.number }],
      invoices: [{ status: 'paid', total_amount: 900 }],
    },
  ]);
  expect((await own.call('POST', `${path}/cancel`)).json).toMatchObject({
    next_payment: null,
    ends_at: expect.any(String),
  });
  expect((await own.call('POST', `${path}/keep`)).json).toMatchObject({ ends_at: null });
  expect((await own.call('POST', `${path}/pause`)).json).toMatchObject({ collection_paused: true });
  expect((await own.call('POST', `${path}/resume`)).json).toMatchObject({ collection_paused: false });
  const stranger = await aCaller('customer');
  expect((await stranger.call('GET', '/subscriptions')).json.data).toEqual([]);
  for (const verb of ['cancel', 'keep', 'pause', 'resume']) {
    expect((await stranger.call('POST', `${path}/${verb}`)).status).toBe(404);
  }
  expect((await stranger.call('GET', path)).status).toBe(404);
});

test('an admin’s key finds the subscriptions of a customer and ends one; what has ended is not changed', async () => {
  const [admin, buyer] = [await aCaller(), await aCaller('customer')];
  const { id } = await subscribe(shop, { customerId: buyer.owner.id });
  const { number } = await readAll(id);
  const list = await admin.call('GET', `/admin/subscriptions?customer=${buyer.owner.number}`);
  expect(list.json.data).toMatchObject([{ number }]);
  expect((await admin.call('GET', '/admin/subscriptions?customer=2000000000')).status).toBe(404);
  const path = `/admin/subscriptions/${number}`;
  expect((await admin.call('POST', `${path}/cancel`)).json).toMatchObject({ ends_at: expect.any(String) });
  await shop.payments.stripe.subscriptions.cancel(id);
  await shop.payments.double.settle();
  expect((await admin.call('GET', path)).json).toMatchObject({ status: 'cancelled' });
  expect((await admin.call('POST', `${path}/keep`)).json.code).toBe('conflict');
});
