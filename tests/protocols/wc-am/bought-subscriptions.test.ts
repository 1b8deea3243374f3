import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db, pool } from '@/lib/db/client';
import { readMasterKey } from '@/lib/licensing/read-master-key';
import { cancelSubscription } from '@/lib/orders/subscriptions/cancel-subscription';
import { keepSubscription } from '@/lib/orders/subscriptions/keep-subscription';
import { formatDate } from '@/lib/protocols/wc-am/format-date';
import { aLife } from '../../orders/subscriptions/life';
import { buy, useShop } from '../../orders/support';
import { present } from '../../payments/support';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aResource } from '../../support/factories';
import { get, v1RouteDoor } from '../../support/v1-calls';

useDatabase();
const shop = useShop();
let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
afterEach(() => setClockOffsetMs(0));

/** Somebody's monthly plan with one place, bought through cart, checkout and payment page. */
async function bought() {
  const life = await aLife(shop);
  const row = await life.read();
  const { key } = present(await readMasterKey(row.customerId));
  const ask = { subscriptionId: row.id, owner: { customerId: row.customerId }, actor: { kind: 'customer' as const } };
  const told = async (action: string) => {
    const query = `wc_am_action=${action}&api_key=${key}&product_id=${life.product.plan.number}&instance=site1`;
    return (await lane.door(`/?wc-api=wc-am-api&${query}`)).json();
  };
  return { life, row, key, ask, told, end: formatDate(present(row.right.expiresAt), 'F j, Y') };
}

/** What both lists say of it in front and behind, beside the row's own dates. */
function facts({ row, life }: Awaited<ReturnType<typeof bought>>) {
  return {
    product_title: 'Acme Backup',
    order_id: String(row.order.number),
    sub_id: String(row.number),
    product_id: String(life.product.plan.number),
    api_resource_id: String(row.right.number),
    activations_purchased_total: '1',
  };
}

test('a subscription that was bought here is told as one by status', async () => {
  const one = await bought();
  const { api_key_expirations: told } = (await one.told('status')).data;
  const dates = {
    next_payment: one.end,
    friendly_api_key_expiration_date: 'When Cancelled',
    number_of_expiring_activations: '1',
  };
  expect(JSON.stringify(told)).toBe(
    JSON.stringify({
      wc_subs_resources: [{ ...dates, ...facts(one) }],
      non_wc_subs_resources_total: '0',
      wc_subs_resources_total: '1',
    }),
  );
});

test('and by product_list, beside what its customer bought once', async () => {
  const one = await bought();
  const once = await aResource({ customerId: one.row.customerId });
  const { product_list: told } = (await one.told('product_list')).data;
  expect(told).toMatchObject({ non_wc_subs_resources_total: 1, wc_subs_resources_total: 1 });
  expect(JSON.stringify(told.wc_subs_resources)).toBe(JSON.stringify([facts(one)]));
  expect(told.non_wc_subs_resources).toMatchObject([{ order_id: String(once.orderNumber) }]);
  expect(told.non_wc_subs_resources[0]).not.toHaveProperty('sub_id');
});

test('cancelled it says its end in place of a payment, and kept after all the payment again', async () => {
  const { ask, told, end } = await bought();
  const row = async () => (await told('status')).data.api_key_expirations.wc_subs_resources[0];
  await cancelSubscription(ask);
  expect(await row()).toMatchObject({
    next_payment: `Pending Cancellation on  ${end}`,
    friendly_api_key_expiration_date: end,
  });
  expect((await told('product_list')).data.product_list).toMatchObject({ wc_subs_resources_total: 1 });
  await keepSubscription(ask);
  expect(await row()).toMatchObject({ next_payment: end, friendly_api_key_expiration_date: 'When Cancelled' });
});

test('after its end it is refused like everything that is over', async () => {
  const { life, ask, told } = await bought();
  await cancelSubscription(ask);
  await life.toDay(33);
  expect(await told('status')).toMatchObject({ success: false, data: { reason: 'expired' } });
  expect(await told('product_list')).toMatchObject({ success: false });
});

test('an order is no subscription, and stays one in its download link and over /api/v1', async () => {
  const one = await bought();
  const at = now();
  await db().release.create({
    data: { productId: one.life.product.id, version: '2.0.0', releasedAt: at, publishedAt: at, createdAt: at },
  });
  await one.told('activate');
  const update = (await one.told('update&plugin_name=acme/acme.php&version=1.0')).data.package;
  expect(new URL(update.package).searchParams.get('am_order')).toBe(String(one.row.order.number));
  const { resources } = await (await get(v1RouteDoor, 'products', { key: one.key })).json();
  expect(resources).toMatchObject([{ orderNumber: one.row.order.number, subscriptionNumber: one.row.number }]);
  const { order } = await buy(shop);
  expect(order?.items.map(({ resource }) => resource?.subscriptionNumber)).toEqual([null]);
});

test('subscriptions that were bought before this was written down are told as such too, and nothing else', async () => {
  const [{ row }, once] = [await bought(), await aResource()];
  const file = 'prisma/migrations/20261122192000_rights_name_their_subscription/migration.sql';
  await pool().query('DROP FUNCTION name_subscription() CASCADE; UPDATE api_resource SET subscription_number = NULL');
  await pool().query(readFileSync(file, 'utf8'));
  const numberOf = async (id: string) =>
    (await db().apiResource.findUniqueOrThrow({ where: { id } })).subscriptionNumber;
  expect([await numberOf(row.right.id), await numberOf(once.resourceId)]).toEqual([row.number, null]);
});
