import { expect, test } from 'vitest';
import type { Actor } from '@/lib/audit/record-audit';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { listPaymentEvents } from '@/lib/orders/list-payment-events';
import { applyFinding, dismissFinding } from '@/lib/orders/reconcile/decide-finding';
import { type Finding, listFindings, readLastRun } from '@/lib/orders/reconcile/list-findings';
import { beginWalk, goOn } from '@/lib/orders/reconcile/walk';
import { replayPaymentEvent } from '@/lib/orders/replay-payment-event';
import { setStripeConnection, stripeConnection } from '@/lib/payments/stripe-client';
import { present } from '../payments/support';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';
import { buy, findOrder, paymentIntentOf, useShop } from './support';

useDatabase();
const shop = useShop();

const anAdmin = async (): Promise<Actor & { id: string }> => ({
  kind: 'admin',
  id: (await aCustomer({ role: 'admin' })).id,
});

/** What Stripe tells of this never arrives. */
async function unheard(act: () => Promise<unknown>): Promise<void> {
  shop.payments.double.setChaos({ drop: 1_000 });
  await act();
  await expect(shop.payments.double.settle()).rejects.toThrow('never acknowledged');
  shop.payments.double.setChaos({});
}

async function compare(): Promise<void> {
  await beginWalk({}, now());
  expect(await goOn(now())).toBe('walked');
}

/** The open finding about an order. */
async function findingOf(orderNumber: number): Promise<Finding | undefined> {
  return (await listFindings(['open'])).find(({ object }) => object.number === orderNumber);
}

/** Two units of 49.00 with 3 places each, one of which Stripe has paid back without our hearing of it. */
async function aForgottenRefund(amount?: number) {
  const bought = await buy(shop);
  const order = present(bought.order);
  const payment_intent = await paymentIntentOf(shop, bought.sessionId);
  const part = amount === undefined ? {} : { amount, metadata: { item_0: '1' } };
  await unheard(() => shop.payments.stripe.refunds.create({ payment_intent, ...part }));
  return { ...bought, order };
}

const everything = (customerId: string) =>
  Promise.all([
    db().order.findMany({ where: { customerId }, include: { payments: true, refunds: true, items: true } }),
    db().apiResource.findMany({ where: { customerId }, include: { grants: { orderBy: { id: 'asc' } } } }),
    db().outboxEntry.count(),
    db().auditEntry.count(),
  ]);

test('a refund that was never heard of is found, and nothing is changed before an admin applies it', async () => {
  const { order, sessionId } = await aForgottenRefund();
  const before = await everything(order.customerId);
  await compare();
  expect(await everything(order.customerId)).toEqual(before);
  const licence = present(order.items[0]?.resource).number;
  const finding = present(await findingOf(order.number));
  expect(finding.steps).toMatchObject([
    {
      says: { kind: 'refunds', currency: 'usd', refunds: [{ amount: 9_800, status: 'succeeded' }] },
      changes: [
        { subject: { kind: 'order', number: order.number }, field: 'status', before: 'paid', after: 'refunded' },
        { subject: { kind: 'order' }, field: 'refunded_amount', before: 0, after: 9_800 },
        { subject: { kind: 'licence', number: licence }, field: 'revoked', before: false, after: true },
      ],
    },
  ]);

  const actor = await anAdmin();
  expect(await applyFinding(finding.id, finding.digest, { actor })).toEqual({ ok: true });
  expect(await findOrder(sessionId)).toMatchObject({
    status: 'refunded',
    items: [{ resource: { revokedAt: expect.any(Date) } }],
  });
  const audit = await db().auditEntry.findFirst({ where: { action: 'reconcile_finding.apply', objectId: finding.id } });
  expect(audit).toMatchObject({ actorId: actor.id, before: { state: 'open' }, after: { state: 'applied' } });
  expect(await applyFinding(finding.id, finding.digest, { actor })).toEqual({ ok: false, reason: 'finding_not_found' });
  await compare();
  expect(await findingOf(order.number)).toBeUndefined();
});

test('a dispute that was never heard of is found, and applying it suspends what was bought', async () => {
  const { order: bought, sessionId } = await buy(shop);
  const order = present(bought);
  const intent = await shop.payments.stripe.paymentIntents.retrieve(await paymentIntentOf(shop, sessionId));
  await unheard(() => shop.payments.double.openDispute(String(intent.latest_charge)));
  await compare();
  const finding = present(await findingOf(order.number));
  expect(finding.steps).toMatchObject([{ says: { kind: 'dispute', status: 'open' } }]);
  const changes = finding.steps[0]?.changes.map(({ subject, field, after }) => [subject.kind, field, after]);
  expect(changes).toContainEqual(['licence', 'suspended', true]);
  expect(await applyFinding(finding.id, finding.digest, { actor: await anAdmin() })).toEqual({ ok: true });
  expect(present(await findOrder(sessionId)).items[0]?.resource?.suspendedAt).not.toBeNull();
  await compare();
  expect(await findingOf(order.number)).toBeUndefined();
});

test('what is found again is one finding', async () => {
  const { order } = await aForgottenRefund(4_900);
  await compare();
  const first = present(await findingOf(order.number));
  await compare();
  const again = present(await findingOf(order.number));
  expect(again).toEqual({ ...first, seenAt: again.seenAt });
  expect(await db().reconcileFinding.count({ where: { orderId: order.id } })).toBe(1);
  expect(first.steps[0]?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['status', 'paid', 'partially_refunded'],
    ['refunded_amount', 0, 4_900],
    ['places', 6, 3],
  ]);
});

test('a dismissed finding changes nothing and is not brought up again until it is another one', async () => {
  const { order, sessionId } = await aForgottenRefund(4_900);
  await compare();
  const finding = present(await findingOf(order.number));
  const actor = await anAdmin();
  expect(await dismissFinding(finding.id, '  ', { actor })).toEqual({ ok: false, reason: 'reason_missing' });
  expect(await dismissFinding(finding.id, 'Settled by telephone', { actor })).toEqual({ ok: true });
  await compare();
  expect(await findingOf(order.number)).toBeUndefined();
  expect(present(await findOrder(sessionId)).status).toBe('paid');
  const payment_intent = await paymentIntentOf(shop, sessionId);
  await unheard(() => shop.payments.stripe.refunds.create({ payment_intent }));
  await compare();
  expect(present(await findingOf(order.number)).id).not.toBe(finding.id);
});

test('a finding that Stripe has moved on from is shown anew instead of being applied', async () => {
  const { order, sessionId } = await aForgottenRefund(4_900);
  await compare();
  const shown = present(await findingOf(order.number));
  const payment_intent = await paymentIntentOf(shop, sessionId);
  await unheard(() => shop.payments.stripe.refunds.create({ payment_intent }));
  const actor = await anAdmin();
  const refused = { ok: false, reason: 'finding_changed' };
  expect(await applyFinding(shown.id, shown.digest, { actor })).toEqual(refused);
  expect(present(await findOrder(sessionId)).status).toBe('paid');
  const fresh = present(await findingOf(order.number));
  expect(fresh.id).toBe(shown.id);
  expect(fresh.steps[0]?.changes[0]).toMatchObject({ field: 'status', after: 'refunded' });
  expect(await applyFinding(fresh.id, fresh.digest, { actor })).toEqual({ ok: true });
});

test('a finding that the store has caught up with in another way is gone', async () => {
  const { order } = await aForgottenRefund();
  await compare();
  const finding = present(await findingOf(order.number));
  const event = present((await listPaymentEvents({ text: `#${order.number}` }, {})).rows[0]);
  expect(await replayPaymentEvent(event.id, { actor: await anAdmin() })).toMatchObject({ ok: true });
  await compare();
  expect(await findingOf(order.number)).toBeUndefined();
  expect(await db().reconcileFinding.findUnique({ where: { id: finding.id } })).toMatchObject({ state: 'gone' });
});

test('with Stripe out of reach the walk waits where it is, and goes on from there', async () => {
  const { order } = await aForgottenRefund();
  const there = stripeConnection();
  await beginWalk({}, now());
  setStripeConnection({ ...there, endpoint: { protocol: 'http', host: '127.0.0.1', port: 1 } });
  try {
    expect(await goOn(now())).toBe('unreachable');
    expect(await readLastRun()).toMatchObject({ finishedAt: null, looked: 0, failed: 0 });
  } finally {
    setStripeConnection(there);
  }
  expect(await findingOf(order.number)).toBeUndefined();
  expect(await goOn(now(), 1)).toBe('walked');
  expect(await readLastRun()).toMatchObject({ finishedAt: null, looked: 1 });
  expect(await goOn(now())).toBe('walked');
  const orders = await db().order.count();
  expect(await readLastRun()).toMatchObject({ finishedAt: expect.any(Date), looked: orders, failed: 0 });
  expect(await findingOf(order.number)).toBeDefined();
});

test('of two processes only one walks, and one walk is begun', async () => {
  const begun = await Promise.all([beginWalk({}, now()), beginWalk({}, now())]);
  expect(begun.filter((id) => id !== undefined)).toHaveLength(1);
  const walked = await Promise.all([goOn(now()), goOn(now())]);
  expect(walked.sort()).toEqual(['nothing_to_do', 'walked']);
});
