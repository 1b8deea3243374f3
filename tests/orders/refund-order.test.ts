import { expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { readOrderKeys } from '@/lib/licensing/read-order-keys';
import { setActivationLimit } from '@/lib/licensing/set-activation-limit';
import { applyPaymentEvent } from '@/lib/orders/apply-payment-event';
import { readCheckoutStanding } from '@/lib/payments/read-checkout-standing';
import { refundPayment } from '@/lib/payments/refund-payment';
import { present } from '../payments/support';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, bySystem } from '../support/factories';
import { buy, findOrder, paymentIntentOf, useShop } from './support';

useDatabase();
const shop = useShop();

/** An order of two units of one plan (3 places each) and one unit of another (unlimited). */
async function twoItems() {
  const [backup, cli] = [
    await aProduct({ plans: [{ unitAmount: 4900, activationLimit: 3 }] }),
    await aProduct({ plans: [{ unitAmount: 1000, activationLimit: null }] }),
  ];
  const lines = [
    { planNumber: backup.plan.number, quantity: 2 },
    { planNumber: cli.plan.number, quantity: 1 },
  ];
  const { sessionId } = await buy(shop, { lines });
  return { sessionId, paymentIntentId: await paymentIntentOf(shop, sessionId) };
}

let requests = 0;
async function refund(paymentIntentId: string, facts: Partial<Parameters<typeof refundPayment>[0]> = {}) {
  const made = await refundPayment({ paymentIntentId, requestId: `test-${requests++}`, ...facts });
  if (!made.ok) throw new Error(made.reason);
  await shop.payments.double.settle();
  return made.refundId;
}

async function standing(sessionId: string) {
  const order = present(await findOrder(sessionId));
  return {
    status: order.status,
    refunded: order.refundedAmount,
    items: order.items.map(({ refundedQuantity, resource }) => ({
      refundedQuantity,
      limit: resource?.activationLimit,
      revoked: resource?.revokedAt != null,
    })),
  };
}

test('a full refund revokes exactly what the payment bought', async () => {
  const other = await buy(shop);
  const { sessionId, paymentIntentId } = await twoItems();
  await refund(paymentIntentId);
  expect(await standing(sessionId)).toEqual({
    status: 'refunded',
    refunded: 10_800,
    items: [
      { refundedQuantity: 2, limit: 6, revoked: true },
      { refundedQuantity: 1, limit: null, revoked: true },
    ],
  });
  expect((await standing(other.sessionId)).items).toEqual([{ refundedQuantity: 0, limit: 6, revoked: false }]);
});

test('a refund of one unit shrinks the limit by its places, told by the amount, by the store or in the dashboard', async () => {
  const ways = [
    { amount: 4_900 },
    { amount: 100, parts: [{ position: 0, quantity: 1, amount: 100 }] },
    { amount: 100, metadata: { item_0: '1' } },
  ];
  for (const facts of ways) {
    const { sessionId, paymentIntentId } = await twoItems();
    if (facts.metadata) await shop.payments.stripe.refunds.create({ payment_intent: paymentIntentId, ...facts });
    else await refund(paymentIntentId, facts);
    await shop.payments.double.settle();
    expect(await standing(sessionId)).toEqual({
      status: 'partially_refunded',
      refunded: facts.amount,
      items: [
        { refundedQuantity: 1, limit: 3, revoked: false },
        { refundedQuantity: 0, limit: null, revoked: false },
      ],
    });
  }
});

test('one item wholly refunded closes that item alone', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  await refund(paymentIntentId, { amount: 1_000 });
  expect((await standing(sessionId)).items.map(({ revoked }) => revoked)).toEqual([false, true]);
});

test('goodwill money changes no key', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  await refund(paymentIntentId, { amount: 250 });
  expect(await standing(sessionId)).toMatchObject({
    status: 'partially_refunded',
    items: [{ limit: 6, revoked: false }, { revoked: false }],
  });
});

test('a refund that fails is undone: the same key lives again with its activations', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  const before = present(await findOrder(sessionId));
  const refundId = await refund(paymentIntentId);
  expect((await standing(sessionId)).status).toBe('refunded');
  await shop.payments.double.failRefund(refundId);
  await shop.payments.double.settle();
  expect(await standing(sessionId)).toMatchObject({
    status: 'paid',
    refunded: 0,
    items: [
      { refundedQuantity: 0, limit: 6, revoked: false },
      { refundedQuantity: 0, limit: null, revoked: false },
    ],
  });
  const after = present(await findOrder(sessionId));
  const keysOf = (order: typeof after) => order.items.map((item) => item.resource?.keys.map(({ id }) => id));
  expect(keysOf(after)).toEqual(keysOf(before));
  expect(after.refunds).toMatchObject([{ status: 'failed', items: [] }]);
});

test('a refund that has failed stays failed, however late the news of its success arrives', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  const refundId = await refund(paymentIntentId);
  const old = present(await readCheckoutStanding(sessionId, { withRefunds: true }));
  if (old.kind !== 'refunded') throw new Error(old.kind);
  expect(old.refunds).toMatchObject([{ refundId, status: 'succeeded' }]);
  await shop.payments.double.failRefund(refundId);
  await shop.payments.double.settle();
  const before = await standing(sessionId);
  const late = await inTransaction((tx) => applyPaymentEvent(tx, old, { at: new Date(), actor: bySystem }));
  expect(late).toBe('nothing_to_do');
  expect(await standing(sessionId)).toEqual(before);
  expect(before).toMatchObject({ status: 'paid', refunded: 0, items: [{ revoked: false }, { revoked: false }] });
  expect(present(await findOrder(sessionId)).refunds).toMatchObject([{ status: 'failed' }]);
});

test('of two partial refunds only the failed one is undone', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  await refund(paymentIntentId, { amount: 4_900 });
  const second = await refund(paymentIntentId, { amount: 4_900 });
  expect((await standing(sessionId)).items[0]).toMatchObject({ refundedQuantity: 2, revoked: true });
  await shop.payments.double.failRefund(second);
  await shop.payments.double.settle();
  expect((await standing(sessionId)).items[0]).toEqual({ refundedQuantity: 1, limit: 3, revoked: false });
});

test('a list of refunds that was read before the newest one undoes nothing', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  await refund(paymentIntentId, { amount: 4_900 });
  const old = present(await readCheckoutStanding(sessionId, { withRefunds: true }));
  if (old.kind !== 'refunded') throw new Error(old.kind);
  await refund(paymentIntentId, { amount: 1_000 });
  const before = await standing(sessionId);
  const late = await inTransaction((tx) => applyPaymentEvent(tx, old, { at: new Date(), actor: bySystem }));
  expect(late).toBe('nothing_to_do');
  expect(await standing(sessionId)).toEqual(before);
  expect(before.items[1]?.revoked).toBe(true);
});

test('a limit that an admin has raised keeps its extra places', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  const resource = present(present(await findOrder(sessionId)).items[0]?.resource);
  await inTransaction((tx) =>
    setActivationLimit(tx, { apiResourceId: resource.id, activationLimit: 10, actor: bySystem }),
  );
  await refund(paymentIntentId, { amount: 4_900 });
  expect((await standing(sessionId)).items[0]?.limit).toBe(7);
});

test('activations beyond the smaller limit are kept, flagged and not counted', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  const item = present(present(await findOrder(sessionId)).items[0]);
  const key = present((await readOrderKeys(item.orderId)).get(item.id));
  const plan = await db().plan.findUniqueOrThrow({ where: { id: item.planId } });
  for (const instance of ['a', 'b', 'c', 'd']) {
    await activate([aCall(key, plan.number, instance)], { at: new Date(), strict: false });
  }
  await refund(paymentIntentId, { amount: 4_900 });
  const rows = await db().activation.findMany({ where: { apiResourceId: present(item.resource).id } });
  expect(rows.map(({ overLimit }) => overLimit).sort()).toEqual([false, false, false, true]);
  expect(present((await findOrder(sessionId))?.items[0]?.resource).activationCount).toBe(3);
});

test('each refund leaves one audit row, and telling it again leaves none', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  await refund(paymentIntentId, { amount: 4_900 });
  const { id } = present(await findOrder(sessionId));
  const audits = () => db().auditEntry.count({ where: { objectId: id, action: 'order.refund' } });
  expect(await audits()).toBe(1);
  shop.payments.double.setChaos({ duplicate: true });
  await refund(paymentIntentId, { amount: 250 });
  shop.payments.double.setChaos({});
  expect(await audits()).toBe(2);
});

test('a dispute suspends, won it resumes, and old news does not suspend again', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  const { data } = await shop.payments.stripe.charges.list({ payment_intent: paymentIntentId });
  const dispute = await shop.payments.double.openDispute(present(data[0]).id);
  await shop.payments.double.settle();
  const resources = async () => present(await findOrder(sessionId)).items.map(({ resource }) => present(resource));
  expect((await resources()).every(({ suspendedAt }) => suspendedAt !== null)).toBe(true);
  await shop.payments.double.closeDispute(dispute.id, 'won');
  shop.payments.double.setChaos({ duplicate: true });
  await shop.payments.double.settle();
  shop.payments.double.setChaos({});
  expect((await resources()).every(({ suspendedAt, revokedAt }) => suspendedAt === null && revokedAt === null)).toBe(
    true,
  );
});

test('a lost dispute revokes', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  const { data } = await shop.payments.stripe.charges.list({ payment_intent: paymentIntentId });
  const dispute = await shop.payments.double.openDispute(present(data[0]).id);
  await shop.payments.double.closeDispute(dispute.id, 'lost');
  await shop.payments.double.settle();
  expect((await standing(sessionId)).items.map(({ revoked }) => revoked)).toEqual([true, true]);
});

test('one dispute won and another lost ends revoked, and a late repeat of the won one changes nothing', async () => {
  const { sessionId, paymentIntentId } = await twoItems();
  const { data } = await shop.payments.stripe.charges.list({ payment_intent: paymentIntentId });
  const chargeId = present(data[0]).id;
  for (const end of ['won', 'lost'] as const) {
    const dispute = await shop.payments.double.openDispute(chargeId);
    await shop.payments.double.settle();
    await shop.payments.double.closeDispute(dispute.id, end);
    await shop.payments.double.settle();
  }
  expect((await standing(sessionId)).items.map(({ revoked }) => revoked)).toEqual([true, true]);
});
