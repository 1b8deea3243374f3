import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { POST } from '@/app/api/stripe/webhook/route';
import { db } from '@/lib/db/client';
import { readFrozenItems } from '@/lib/orders/frozen-items';
import { readCheckoutByToken } from '@/lib/orders/read-checkout';
import { present, WEBHOOK_SECRET } from '../payments/support';
import { useDatabase } from '../support/database';
import { findOrder, pressPay, useShop } from './support';

useDatabase();
const shop = useShop();

function post(payload: object, secret = WEBHOOK_SECRET) {
  const body = JSON.stringify(payload);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret });
  return POST(new Request('http://store.test/', { method: 'POST', body, headers: { 'stripe-signature': signature } }));
}

const completed = (id: string, sessionId: string, facts: object = {}) => ({
  id,
  object: 'event',
  type: 'checkout.session.completed',
  livemode: false,
  data: { object: { id: sessionId, object: 'checkout.session' } },
  ...facts,
});

test('an unsigned or wrongly signed delivery is refused and leaves nothing behind', async () => {
  const unsigned = await POST(new Request('http://store.test/', { method: 'POST', body: '{}' }));
  expect([unsigned.status, await unsigned.json()]).toEqual([400, { received: false, reason: 'signature_invalid' }]);
  expect((await post(completed('evt_forged', 'cs_test_x'), 'whsec_other')).status).toBe(400);
  expect(await db().paymentEvent.count()).toBe(0);
});

test('a delivery without end is refused before it fills the memory', async () => {
  let sent = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      sent += 64 * 1024;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const endless: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
  expect((await POST(new Request('http://store.test/', endless))).status).toBe(413);
  expect(sent).toBeLessThan(2 * 1024 * 1024);
});

test('an event of the other livemode is refused and recorded for the admin', async () => {
  const refused = await post(completed('evt_live', 'cs_live_x', { livemode: true }));
  expect([refused.status, await refused.json()]).toEqual([400, { received: false, reason: 'wrong_livemode' }]);
  expect(await db().paymentEvent.count()).toBe(0);
  expect(await db().auditEntry.count({ where: { action: 'payment_event.refuse' } })).toBe(1);
});

test('an event that says paid is not believed while Stripe says otherwise', async () => {
  const { sessionId } = await pressPay();
  const answer = await post(completed('evt_lie', sessionId));
  expect(answer.status).toBe(200);
  expect(await findOrder(sessionId)).toBeNull();
  expect((await db().paymentEvent.findUniqueOrThrow({ where: { id: 'evt_lie' } })).outcome).toBe('ignored: still_open');
});

test('an event about a session of somebody else is acknowledged and ignored', async () => {
  expect((await post(completed('evt_foreign', 'cs_test_foreign'))).status).toBe(200);
  expect((await db().paymentEvent.findUniqueOrThrow({ where: { id: 'evt_foreign' } })).outcome).toBe(
    'ignored: not_ours',
  );
});

test('a delivery is acknowledged only after its work is committed; until then it comes again', async () => {
  const { sessionId } = await pressPay();
  await shop.payments.double.act(sessionId, 'pay');
  // The database refuses the last write of the transaction.
  await db()
    .$executeRaw`CREATE FUNCTION refuse_mail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$`;
  await db()
    .$executeRaw`CREATE TRIGGER refuse_mail BEFORE INSERT ON outbox_entry FOR EACH ROW EXECUTE FUNCTION refuse_mail()`;
  await expect(post(completed('evt_crash', sessionId))).rejects.toThrow();
  expect(await findOrder(sessionId)).toBeNull();
  expect(await db().licenseKey.count()).toBe(0);
  expect(await db().customer.count()).toBe(0);
  expect(await db().paymentEvent.count({ where: { id: 'evt_crash' } })).toBe(0);

  await db().$executeRaw`DROP TRIGGER refuse_mail ON outbox_entry`;
  const again = await post(completed('evt_crash', sessionId));
  expect(again.status).toBe(200);
  const order = present(await findOrder(sessionId));
  expect(order.status).toBe('paid');
  expect(await db().paymentEvent.findUniqueOrThrow({ where: { id: 'evt_crash' } })).toMatchObject({
    outcome: 'fulfilled',
  });
});

test('money that does not fit the checkout gives no key and is put before a person', async () => {
  const { sessionId, token } = await pressPay();
  const checkout = await db().checkout.findUniqueOrThrow({ where: { stripeSessionId: sessionId } });
  const items = readFrozenItems(checkout.items).map((item) => ({ ...item, unitAmount: item.unitAmount + 1 }));
  await db().checkout.update({ where: { id: checkout.id }, data: { items } });
  await shop.payments.double.act(sessionId, 'pay');
  await shop.payments.double.settle();
  expect(await findOrder(sessionId)).toBeNull();
  const outcomes = await db().paymentEvent.findMany({ where: { outcome: 'amount_mismatch' } });
  expect(outcomes).toHaveLength(1);
  expect(await db().auditEntry.count({ where: { action: 'checkout.hold' } })).toBe(1);
  expect(await readCheckoutByToken(token, { look: true })).toEqual({ state: 'on_hold' });
  expect(await db().auditEntry.count({ where: { action: 'checkout.hold' } })).toBe(1);
});

test('what is kept of an event opens nothing: not the thank-you page, not the payment', async () => {
  const { sessionId } = await pressPay();
  const permits = { success_url: 'http://store.test/checkout/thanks?token=CANARY', client_secret: 'CANARY' };
  const facts = { id: sessionId, object: 'checkout.session', status: 'open', ...permits, payment_intent: permits };
  await post(completed('evt_permits', sessionId, { data: { object: facts } }));
  const { payload } = await db().paymentEvent.findUniqueOrThrow({ where: { id: 'evt_permits' } });
  expect(payload).toMatchObject({ id: 'evt_permits', data: { object: { id: sessionId, status: 'open' } } });
  expect(JSON.stringify(payload)).not.toContain('CANARY');
});
