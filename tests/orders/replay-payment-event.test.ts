import { expect, test } from 'vitest';
import type { Actor } from '@/lib/audit/record-audit';
import { db } from '@/lib/db/client';
import { listEventTypes, listPaymentEvents, readStoredEvent } from '@/lib/orders/list-payment-events';
import { replayPaymentEvent } from '@/lib/orders/replay-payment-event';
import { setStripeConnection } from '@/lib/payments/stripe-client';
import { present, SECRET_KEY, WEBHOOK_SECRET } from '../payments/support';
import { useDatabase } from '../support/database';
import { buy, findOrder, mailsAbout, paymentIntentOf, useShop } from './support';

useDatabase();
const shop = useShop();
const byAdmin: Actor = { kind: 'admin', via: 'session:test' };

const eventOf = async (orderNumber: number, type: string) =>
  present((await listPaymentEvents({ text: `#${orderNumber}`, type }, {})).rows[0]);

test('an event that did its work does nothing when it is replayed, and the audit says who asked', async () => {
  const { order, sessionId } = await buy(shop);
  const made = present(order);
  const event = await eventOf(made.number, 'checkout.session.completed');
  expect(event).toMatchObject({ outcome: 'fulfilled', orderNumber: made.number });
  const before = await everything(made.customerId);
  expect(await replayPaymentEvent(event.id, { actor: byAdmin })).toEqual({ ok: true, outcome: 'already_fulfilled' });
  expect(await everything(made.customerId)).toEqual(before);
  expect(await findOrder(sessionId)).toEqual(made);
  expect(await mailsAbout(made.id)).toEqual(['order']);
  const entry = await db().auditEntry.findFirst({ where: { action: 'payment_event.replay', objectId: event.id } });
  expect(entry).toMatchObject({ actorKind: 'admin', after: { outcome: 'already_fulfilled' } });
  expect(await readStoredEvent(event.id)).toMatchObject({ outcome: 'fulfilled' });
});

test('a replay brings the order to what Stripe says now, by the very handler', async () => {
  const { order, sessionId } = await buy(shop);
  const made = present(order);
  const event = await eventOf(made.number, 'checkout.session.completed');
  shop.payments.double.setChaos({ drop: 1_000 });
  const payment_intent = await paymentIntentOf(shop, sessionId);
  await shop.payments.stripe.refunds.create({ payment_intent });
  await expect(shop.payments.double.settle()).rejects.toThrow('never acknowledged');
  shop.payments.double.setChaos({});
  expect(present(await findOrder(sessionId)).status).toBe('paid');

  const replayed = await replayPaymentEvent(event.id, { actor: byAdmin });
  expect(replayed).toMatchObject({ ok: true });
  expect(['refunded', 'already_fulfilled']).toContain(replayed.ok ? replayed.outcome : '');
  await shop.payments.double.settle();
  const after = present(await findOrder(sessionId));
  expect(after.status).toBe('refunded');
  expect(await replayPaymentEvent(event.id, { actor: byAdmin })).toMatchObject({ ok: true });
  expect(present(await findOrder(sessionId))).toEqual(after);
});

test('with Stripe out of reach nothing is done', async () => {
  const { order } = await buy(shop);
  const event = await eventOf(present(order).number, 'checkout.session.completed');
  const endpoint = new URL(shop.payments.baseUrl);
  const connect = (port: number) =>
    setStripeConnection({
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      endpoint: { protocol: 'http', host: endpoint.hostname, port },
    });
  connect(1);
  try {
    const told = await replayPaymentEvent(event.id, { actor: byAdmin });
    expect(told).toEqual({ ok: false, reason: 'payments_unreachable' });
  } finally {
    connect(Number(endpoint.port));
  }
  expect(await db().auditEntry.count({ where: { action: 'payment_event.replay', objectId: event.id } })).toBe(0);
});

test('an event that nobody sent cannot be replayed', async () => {
  expect(await replayPaymentEvent('evt_nobody', { actor: byAdmin })).toEqual({ ok: false, reason: 'event_not_found' });
});

test('events are found by order, type, payment and their own id', async () => {
  const { order, sessionId } = await buy(shop);
  const made = present(order);
  const ofOrder = (await listPaymentEvents({ text: String(made.number) }, {})).rows;
  expect(ofOrder.length).toBeGreaterThan(0);
  expect(ofOrder.every(({ orderNumber }) => orderNumber === made.number)).toBe(true);
  const payment = await paymentIntentOf(shop, sessionId);
  expect((await listPaymentEvents({ text: payment }, {})).rows).toEqual(ofOrder);
  const { id } = present(ofOrder[0]);
  expect((await listPaymentEvents({ text: id }, {})).rows.map((row) => row.id)).toEqual([id]);
  expect(await listEventTypes()).toContain('checkout.session.completed');
  expect((await listPaymentEvents({ type: 'no.such' }, {})).count).toBe(0);
});

function everything(customerId: string) {
  return Promise.all([
    db().apiResource.findMany({ where: { customerId }, orderBy: { number: 'asc' } }),
    db().licenseKey.findMany({ where: { customerId }, orderBy: { id: 'asc' } }),
    db().order.findMany({ where: { customerId }, include: { payments: true, refunds: true } }),
  ]);
}
