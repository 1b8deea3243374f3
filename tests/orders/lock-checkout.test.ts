import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { readFrozenItems } from '@/lib/orders/frozen-items';
import { readCheckoutByToken } from '@/lib/orders/read-checkout';
import { useDatabase } from '../support/database';
import { aProduct, first } from '../support/factories';
import { findOrder, pressPay, useShop } from './support';

useDatabase();
const shop = useShop();

test('a payment whose lines have each other’s amounts gives no key, though the total is right', async () => {
  const product = await aProduct({ plans: [{ unitAmount: 4_900 }, { unitAmount: 1_000 }] });
  const lines = product.plans.map(({ number }) => ({ planNumber: number, quantity: 1 }));
  const { sessionId, token } = await pressPay({ lines });
  const checkout = await db().checkout.findUniqueOrThrow({ where: { stripeSessionId: sessionId } });
  const frozen = readFrozenItems(checkout.items);
  const amounts = frozen.map(({ unitAmount }) => unitAmount);
  expect(amounts).toEqual([4_900, 1_000]);
  const items = frozen.map((item, index) => ({ ...item, unitAmount: amounts.at(-1 - index) ?? first(amounts) }));
  await db().checkout.update({ where: { id: checkout.id }, data: { items } });
  await shop.payments.double.act(sessionId, 'pay');
  await shop.payments.double.settle();
  expect(await findOrder(sessionId)).toBeNull();
  expect(await db().licenseKey.count()).toBe(0);
  expect(await readCheckoutByToken(token, { look: true })).toEqual({ state: 'on_hold' });
  expect(await db().auditEntry.count({ where: { action: 'checkout.hold', objectId: checkout.id } })).toBe(1);
});
