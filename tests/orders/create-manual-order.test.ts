import { expect, test } from 'vitest';
import { readSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { readOrderKeys } from '@/lib/licensing/read-order-keys';
import { createManualOrder, type ManualOrderWish } from '@/lib/orders/create-manual-order';
import { finishRefund } from '@/lib/orders/finish-refund';
import { previewRefund } from '@/lib/orders/preview-refund';
import { requestRefund } from '@/lib/orders/request-refund';
import { present } from '../payments/support';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct, bySystem } from '../support/factories';
import { aSession } from '../support/sessions';
import { anAddress, mailsAbout } from './support';

useDatabase();

async function aWish(change: Partial<ManualOrderWish> = {}): Promise<ManualOrderWish> {
  const [big, small] = [
    await aProduct({ plans: [{ unitAmount: 4_900, activationLimit: 3 }] }),
    await aProduct({ plans: [{ unitAmount: 1_000, activationLimit: 1 }] }),
  ];
  const lines = [
    { planNumber: big.plan.number, quantity: 2 },
    { planNumber: small.plan.number, quantity: 1 },
  ];
  const paid = { kind: 'outside' as const, amount: 10_000, taxAmount: 0, reference: 'Invoice 7' };
  return { requestId: crypto.randomUUID(), email: anAddress(), lines, paid, ...change };
}

async function enter(wish: ManualOrderWish) {
  const actor = { kind: 'admin' as const, id: (await aCustomer({ role: 'admin' })).id };
  const made = await createManualOrder(wish, { actor });
  if (!made.ok) throw new Error(made.reason);
  const order = await db().order.findUniqueOrThrow({
    where: { number: made.orderNumber },
    include: { items: { orderBy: { position: 'asc' } }, payments: true, customer: true, checkout: true },
  });
  return { order, actor, isNew: made.isNew };
}

test('an order by hand gives keys that activate, the order mail and the audit of a purchase', async () => {
  const wish = await aWish();
  const { order, actor } = await enter(wish);
  const [first] = order.items;
  const key = present((await readOrderKeys(order.id)).get(present(first).id));
  const planNumber = present(wish.lines[0]).planNumber;
  const [answer] = await activate([aCall(key, planNumber, 'a')], { at: new Date(), strict: false });
  expect(answer).toMatchObject({ ok: true, allowance: { limit: 6 } });
  expect(await mailsAbout(order.id)).toEqual(['order']);
  const audits = await db().auditEntry.findMany({ where: { objectId: order.id }, orderBy: { id: 'asc' } });
  expect(audits.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['order.fulfill', actor.id],
    ['order.create', actor.id],
  ]);
});

test('what was paid less than the list price is a discount, shared out to the last cent', async () => {
  const { order } = await enter(
    await aWish({ paid: { kind: 'outside', amount: 10_001, taxAmount: 777, reference: 'Invoice 8' } }),
  );
  expect(order).toMatchObject({ subtotalAmount: 10_800, discountAmount: 1_576, taxAmount: 777, totalAmount: 10_001 });
  expect(order.items.reduce((sum, item) => sum + item.totalAmount, 0)).toBe(10_001);
  expect(order.payments).toMatchObject([{ amount: 10_001, status: 'succeeded', reference: 'Invoice 8' }]);
});

test('a free order costs nothing and has its keys all the same', async () => {
  const { order } = await enter(await aWish({ paid: { kind: 'free' } }));
  expect(order).toMatchObject({ status: 'paid', totalAmount: 0 });
  expect((await readOrderKeys(order.id)).size).toBe(2);
});

test('the same form sent twice, also at once, is one order', async () => {
  const wish = await aWish();
  const made = await Promise.all([enter(wish), enter(wish)]);
  made.push(await enter(wish));
  expect(new Set(made.map(({ order }) => order.id)).size).toBe(1);
  expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
});

test('a known customer gets the order, whatever name was typed; a new address gets an account', async () => {
  const known = await aCustomer({ email: anAddress() });
  const { order } = await enter(await aWish({ email: known.email.toUpperCase(), name: 'Somebody Else' }));
  expect(order.customer).toMatchObject({ id: known.id, name: null });
  const fresh = await enter(await aWish({ name: 'Nora New' }));
  expect(fresh.order.customer).toMatchObject({ name: 'Nora New', emailVerifiedAt: null });
});

test.each([{ kind: 'outside', amount: 10_000, taxAmount: 0, reference: '' } as const, { kind: 'free' } as const])(
  'whoever waits in an unproven account is out of it before the keys of an order by hand arrive ($kind)',
  async (paid) => {
    const known = await aCustomer({ email: anAddress(), passwordHash: '$argon2id$waiting' });
    const session = await aSession({ customerId: known.id, userAgent: 'a browser', address: '' });
    const { order } = await enter(await aWish({ email: known.email, paid }));
    expect(order.customer).toMatchObject({ id: known.id, passwordHash: null });
    expect(await readSession(session.id)).toBeUndefined();
    expect((await readOrderKeys(order.id)).size).toBe(2);
  },
);

test('an order by hand changes nothing in an account whose address is proven', async () => {
  const proven = await aCustomer({ email: anAddress(), passwordHash: '$argon2id$own', emailVerifiedAt: new Date() });
  const { order } = await enter(await aWish({ email: proven.email }));
  expect(order.customer).toEqual(proven);
});

test('an order by hand is refused when it cannot be what was sold', async () => {
  const dear = await aWish({ paid: { kind: 'outside', amount: 10_801, taxAmount: 0, reference: '' } });
  const disabled = await db().customer.create({
    data: { email: anAddress(), createdAt: new Date(), disabledAt: new Date() },
  });
  const yen = await aProduct({ plans: [{ currency: 'jpy' }] });
  const cases = [
    [dear, 'amount_too_large'],
    [await aWish({ paid: { kind: 'outside', amount: 100, taxAmount: 101, reference: '' } }), 'amount_invalid'],
    [await aWish({ paid: { kind: 'outside', amount: Number.NaN, taxAmount: 0, reference: '' } }), 'amount_invalid'],
    [await aWish({ email: 'nobody' }), 'email_invalid'],
    [await aWish({ email: disabled.email }), 'customer_disabled'],
    [await aWish({ lines: [] }), 'cart_empty'],
    [await aWish({ lines: [{ planNumber: 2_000_000_000, quantity: 1 }] }), 'plan_gone'],
    [{ ...dear, lines: [...dear.lines, { planNumber: yen.plan.number, quantity: 1 }] }, 'mixed_currencies'],
    [await aWish({ requestId: 'again' }), 'request_invalid'],
  ] as const;
  const before = await db().order.count();
  for (const [wish, reason] of cases) {
    expect(await createManualOrder({ ...wish, lines: [...wish.lines] }, { actor: bySystem })).toEqual({
      ok: false,
      reason,
    });
  }
  expect(await db().order.count()).toBe(before);
});

test('no thank-you address opens an order by hand: its checkout answers to no token', async () => {
  const { order } = await enter(await aWish());
  expect(present(order.checkout)).toMatchObject({ status: 'completed', stripeSessionId: null });
});

test('money given back outside the store is noted and stops the keys, once', async () => {
  const { order, actor } = await enter(await aWish());
  const item = present(order.items[0]);
  const wish = {
    parts: [{ position: 0, quantity: 2, amount: item.totalAmount }],
    reason: 'requested_by_customer' as const,
  };
  const shown = await previewRefund(order.number, wish, { actor });
  if (!shown.ok) throw new Error(shown.reason);
  expect(shown.preview.effect.resources).toMatchObject([{ keysStopping: 1 }]);
  const requestId = crypto.randomUUID();
  const asked = { ...wish, requestId, stamp: shown.preview.stamp };
  expect(await requestRefund(order.number, asked, { actor })).toEqual({ ok: true, state: 'applied' });
  expect(await finishRefund(requestId, { actor })).toEqual({ ok: true, state: 'applied' });
  const after = await db().order.findUniqueOrThrow({
    where: { id: order.id },
    include: { refunds: true, items: { orderBy: { position: 'asc' }, include: { resource: true } } },
  });
  expect(after).toMatchObject({ status: 'partially_refunded', refundedAmount: item.totalAmount });
  expect(after.refunds).toHaveLength(1);
  expect(after.items.map(({ resource }) => resource?.revokedAt != null)).toEqual([true, false]);
});

test('a free order can be taken back, one item at a time', async () => {
  const { order, actor } = await enter(await aWish({ paid: { kind: 'free' } }));
  const one = { parts: [{ position: 1, quantity: 1, amount: 0 }], reason: 'duplicate' as const };
  const shown = await previewRefund(order.number, one, { actor });
  if (!shown.ok) throw new Error(shown.reason);
  await requestRefund(order.number, { ...one, requestId: crypto.randomUUID(), stamp: shown.preview.stamp }, { actor });
  const after = await db().order.findUniqueOrThrow({
    where: { id: order.id },
    include: { items: { orderBy: { position: 'asc' }, include: { resource: true } } },
  });
  expect(after.status).toBe('partially_refunded');
  expect(after.items.map(({ resource }) => resource?.revokedAt != null)).toEqual([false, true]);
});
