import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { replayPaymentEvent } from '@/lib/orders/replay-payment-event';
import { buy, useShop } from '../orders/support';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';
import { aPerson } from '../support/second-factors';
import { forgetNow, pressDelete, tablesWith } from './support';

useDatabase();
const shop = useShop();

async function aBuyer() {
  const email = `payer-${crypto.randomUUID().slice(0, 8)}@example.test`;
  const person = await aPerson(now(), { email, emailVerifiedAt: now() });
  await buy(shop, { buyer: { kind: 'customer', customerId: person.customer.id } });
  return { ...person, email };
}

test('Stripe’s stored events forget who paid, those of others do not, and each can still be run again', async () => {
  const [person, other] = [await aBuyer(), await aBuyer()];
  expect(await tablesWith(person.email)).toContain('payment_event');
  expect(await pressDelete(person)).toEqual({ ok: true });
  await forgetNow(person.customer.id);
  expect(await tablesWith(person.email)).toEqual([]);
  expect(await tablesWith(other.email)).toContain('payment_event');
  const events = await db().paymentEvent.findMany();
  for (const { id } of events) {
    expect(await replayPaymentEvent(id, { actor: bySystem })).toMatchObject({ ok: true });
  }
  expect(await db().apiResource.count({ where: { customerId: person.customer.id, revokedAt: null } })).toBe(0);
});
