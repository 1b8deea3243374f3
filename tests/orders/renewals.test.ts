import { beforeAll, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { changeGrants } from '@/lib/licensing/grants/change-grants';
import { type Grant, newEditCause } from '@/lib/licensing/grants/grant-fact';
import { applyPaymentEvent } from '@/lib/orders/apply-payment-event';
import { newCheckoutToken } from '@/lib/orders/checkout-token';
import { findUnfulfilledOrders } from '@/lib/orders/find-unfulfilled-orders';
import { listRenewals } from '@/lib/orders/list-renewals';
import { previewRefund } from '@/lib/orders/preview-refund';
import { startRenewal } from '@/lib/orders/start-renewal';
import { readCheckoutStanding } from '@/lib/payments/read-checkout-standing';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { PUBLIC_URL, present } from '../payments/support';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, anOrder, aResource, bySystem } from '../support/factories';
import { aTerm, aWish, daysFrom, reasonFor, refundRenewal, renew, standingOf } from './renewal-support';
import { findOrder, mailsAbout, sessionOf, useShop } from './support';

useDatabase();
const shop = useShop();

beforeAll(async () => {
  await saveStoreSettings({ renewalDiscountPercent: 20 }, bySystem);
});

test('a renewal keeps the keys, the activations and the remaining time, at the discounted price', async () => {
  const term = await aTerm(20);
  await activate([aCall(term.key, term.productNumber, 'laptop')], { at: now(), strict: false });
  const before = await standingOf(term);
  expect(before.activations).toHaveLength(1);
  const { order } = await renew(shop, term);
  const after = await standingOf(term);
  const end = present(before.expiresAt);
  expect(after).toEqual({ ...before, expiresAt: daysFrom(end, 365) });
  expect(order).toMatchObject({ status: 'paid', totalAmount: 3_920, customerId: term.customerId });
  expect(order?.items[0]).toMatchObject({ unitAmount: 3_920, resource: null, renewsResourceId: term.resourceId });
  expect(await db().apiResource.count({ where: { customerId: term.customerId } })).toBe(1);
});

test('a late renewal counts from the payment, not from the end', async () => {
  const term = await aTerm(-30);
  const paidFrom = now();
  await renew(shop, term);
  const { expiresAt } = await standingOf(term);
  expect(present(expiresAt) >= daysFrom(paidFrom, 365)).toBe(true);
  expect(present(expiresAt) <= daysFrom(now(), 365)).toBe(true);
});

test('a right to updates for a time is lengthened with its term', async () => {
  const term = await aTerm(20);
  await db().plan.update({ where: { id: term.plan.id }, data: { updateDays: 100 } });
  const updatesUntil = daysFrom(now(), 5);
  const edit: Grant = { cause: newEditCause(), happenedAt: now(), fact: { kind: 'updates_edit', updatesUntil } };
  await inTransaction((tx) =>
    changeGrants(tx, { apiResourceId: term.resourceId, facts: () => [edit], actor: bySystem }),
  );
  await renew(shop, term);
  expect((await standingOf(term)).updatesUntil).toEqual(daysFrom(updatesUntil, 100));
});

test('a renewal that is told twice lengthens the term once', async () => {
  const term = await aTerm(20);
  const { sessionId } = await renew(shop, term);
  const once = await standingOf(term);
  const news = present(await readCheckoutStanding(sessionId));
  if (news.kind === 'open') throw new Error('It is not paid');
  await inTransaction((tx) => applyPaymentEvent(tx, news, { at: daysFrom(now(), 1), actor: bySystem }));
  expect(await standingOf(term)).toEqual(once);
});

test('a duplicate renewal that is refunded takes away its own term, and the licence lives on', async () => {
  const term = await aTerm(20);
  const end = present((await standingOf(term)).expiresAt);
  const [wishA, wishB] = [aWish(term), aWish(term)];
  const [a, b] = [await startRenewal(wishA), await startRenewal(wishB)];
  if (!a.ok || !b.ok) throw new Error('The payment pages did not open');
  for (const { payUrl } of [a, b]) await shop.payments.double.act(sessionOf(payUrl), 'pay');
  await shop.payments.double.settle();
  expect((await standingOf(term)).expiresAt).toEqual(daysFrom(end, 730));
  await refundRenewal(shop, sessionOf(b.payUrl));
  expect(await standingOf(term)).toMatchObject({ isRevoked: false, limit: 3, expiresAt: daysFrom(end, 365) });
  await refundRenewal(shop, sessionOf(a.payUrl));
  expect(await standingOf(term)).toMatchObject({ isRevoked: false, limit: 3, expiresAt: end });
  expect((await findOrder(sessionOf(a.payUrl)))?.status).toBe('refunded');
});

test('several licences are renewed by one payment', async () => {
  const one = await aTerm(20);
  const two = await aTerm(-3, { customerId: one.customerId, quantity: 2 });
  const both = { apiResourceIds: [one.resourceId, two.resourceId] };
  const { order } = await renew(shop, one, both);
  expect(order).toMatchObject({ totalAmount: 3 * 3_920 });
  expect(order?.items.map(({ quantity }) => quantity).sort()).toEqual([1, 2]);
  for (const { resourceId } of [one, two]) {
    const { expiresAt } = await standingOf({ resourceId });
    expect(present(expiresAt) > daysFrom(now(), 364)).toBe(true);
  }
});

test('Renew pressed twenty times at once opens one payment page, and after paying leads to its receipt', async () => {
  const term = await aTerm(20);
  const wish = aWish(term);
  const raced = await Promise.all(Array.from({ length: 20 }, () => startRenewal(wish)));
  const pages = new Set(raced.map((result) => (result.ok ? result.payUrl : result.reason)));
  expect(pages.size).toBe(1);
  expect(await db().checkout.count({ where: { customerId: term.customerId } })).toBe(1);
  await shop.payments.double.act(sessionOf(present([...pages][0])), 'pay');
  await shop.payments.double.settle();
  const thanks = `${PUBLIC_URL}/checkout/thanks?token=${wish.formToken}`;
  expect(await startRenewal(wish)).toEqual({ ok: true, payUrl: thanks });
});

test('a form token of someone else, or of other licences, opens nothing', async () => {
  const [term, other] = [await aTerm(20), await aTerm(20)];
  const wish = aWish(term);
  await startRenewal(wish);
  const stale = { ok: false, reason: 'form_stale' };
  expect(await startRenewal({ ...aWish(other), formToken: wish.formToken })).toEqual(stale);
  expect(await startRenewal({ ...wish, formToken: 'guess' })).toEqual(stale);
});

test('a stranger’s licence is not there', async () => {
  const [term, stranger] = [await aTerm(20), await aCustomer()];
  const { id: customerId } = stranger;
  expect(await reasonFor({ customerId, resourceId: term.resourceId })).toBe('licence_not_found');
  const own = await aTerm(20, { customerId });
  const mixed = { apiResourceIds: [own.resourceId, term.resourceId] };
  expect(await reasonFor(own, mixed)).toBe('licence_not_found');
  expect(await listRenewals({ customerId, apiResourceIds: [term.resourceId] })).toEqual([]);
  expect(await reasonFor({ customerId, resourceId: "'; --" })).toBe('licence_not_found');
});

test('another price than the one shown is not asked for; one that changes after pressing does not count', async () => {
  const term = await aTerm(20);
  await db().plan.update({ where: { id: term.plan.id }, data: { unitAmount: 6_000 } });
  expect(await reasonFor(term, { shownAmount: 3_920 })).toBe('price_changed');
  const started = await startRenewal(aWish(term, { shownAmount: 4_800 }));
  await db().plan.update({ where: { id: term.plan.id }, data: { unitAmount: 9_900 } });
  if (!started.ok) throw new Error(started.reason);
  await shop.payments.double.act(sessionOf(started.payUrl), 'pay');
  await shop.payments.double.settle();
  expect(await findOrder(sessionOf(started.payUrl))).toMatchObject({ status: 'paid', totalAmount: 4_800 });
});

test('a renewed licence is told by its own mail, and its order is not missing any keys', async () => {
  const term = await aTerm(20);
  const { order } = await renew(shop, term);
  expect(await mailsAbout(term.resourceId)).toEqual(['licence_renewed']);
  expect(await mailsAbout(present(order).id)).toEqual([]);
  expect(await findUnfulfilledOrders()).not.toContain(present(order).number);
  const audit = await db().auditEntry.findFirst({ where: { action: 'api_resource.renew', objectId: term.resourceId } });
  expect(audit?.after).toMatchObject({ expiresAt: (await standingOf(term)).expiresAt?.toISOString() });
});

test('a plan taken off sale is still renewed at its own price, a product that is not sold is not', async () => {
  const term = await aTerm(20);
  await db().plan.update({ where: { id: term.plan.id }, data: { archivedAt: now() } });
  expect(await reasonFor(term, { shownAmount: 3_920 })).toBe('ok');
  await db().product.update({ where: { id: term.product.id }, data: { publishedAt: null } });
  expect(await reasonFor(term)).toBe('not_sold');
});

test('a licence for life is never asked to renew, and one whose renewal waits for its money not again', async () => {
  const term = await aTerm(20);
  const { customerId, product } = term;
  const forLife = await aResource({ customerId });
  expect((await listRenewals({ customerId })).map((one) => one.apiResourceId)).toEqual([term.resourceId]);
  expect(await reasonFor({ customerId, resourceId: forLife.resourceId })).toBe('lifetime');
  const { id: orderId } = await anOrder({ customerId, items: [{ plan: product.plan }] });
  await db().orderItem.updateMany({ where: { orderId }, data: { renewsResourceId: term.resourceId } });
  await db().order.update({ where: { id: orderId }, data: { status: 'awaiting_payment', paidAt: null } });
  expect(await reasonFor(term)).toBe('payment_pending');
});

test('the preview of a refund says whose end moves, and to when', async () => {
  const term = await aTerm(20);
  const end = present((await standingOf(term)).expiresAt);
  const { order } = await renew(shop, term);
  const parts = [{ position: 0, quantity: 1, amount: 3_920 }];
  const wish = { parts, reason: 'duplicate' as const };
  const seen = await previewRefund(present(order).number, wish, { actor: bySystem, at: now() });
  if (!seen.ok) throw new Error(seen.reason);
  expect(seen.preview.effect.resources).toMatchObject([
    { resourceNumber: term.resourceNumber, keysStopping: 0, end: { was: daysFrom(end, 365), is: end } },
  ]);
  expect((await standingOf(term)).expiresAt).toEqual(daysFrom(end, 365));
});

test('licences in two currencies are not renewed by one payment', async () => {
  const one = await aTerm(20);
  const two = await aTerm(20, { customerId: one.customerId, plan: { currency: 'eur' } });
  expect(await reasonFor(one, { apiResourceIds: [one.resourceId, two.resourceId] })).toBe('mixed_currencies');
  expect(await reasonFor(one, { apiResourceIds: [], formToken: newCheckoutToken() })).toBe('nothing_chosen');
});
