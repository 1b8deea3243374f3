import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { deleteActivation } from '@/lib/licensing/delete-activation';
import { raiseActivationLimit } from '@/lib/licensing/raise-activation-limit';
import { readOrderKeys } from '@/lib/licensing/read-order-keys';
import { addOrderNote, deleteOrderNote } from '@/lib/orders/add-order-note';
import { listOrderTimeline } from '@/lib/orders/list-order-timeline';
import { readAdminOrder } from '@/lib/orders/read-admin-order';
import { resendOrderMail } from '@/lib/orders/resend-order-mail';
import { present } from '../payments/support';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem } from '../support/factories';
import { buy, mailsAbout, useShop } from './support';

useDatabase();
const shop = useShop();

async function anAdmin(name = 'Ada Admin') {
  const admin = await db().customer.create({
    data: { email: `${crypto.randomUUID()}@example.test`, name, role: 'admin', createdAt: new Date() },
  });
  return { kind: 'admin' as const, id: admin.id };
}

/** A bought order with one activation at shop.example.test. */
async function anActiveOrder() {
  const order = present((await buy(shop)).order);
  const item = present(order.items[0]);
  const key = present((await readOrderKeys(order.id)).get(item.id));
  const plan = await db().plan.findUniqueOrThrow({ where: { id: item.planId } });
  const call = { ...aCall(key, plan.number, 'one'), label: 'https://shop.example.test' };
  await activate([call], { at: new Date(), strict: false });
  return { order, key, resource: present(item.resource) };
}

const kinds = async (orderNumber: number) => (await listOrderTimeline(orderNumber)).map(({ fact }) => fact.kind);

test('an admin sees the order, its resources and its activations, and no key in clear', async () => {
  const { order, key, resource } = await anActiveOrder();
  const seen = present(await readAdminOrder(order.number));
  expect(seen).toMatchObject({
    byStripe: true,
    masterKey: { hint: expect.stringMatching(/^lkm_…\w{4}$/) },
    resources: [{ number: resource.number, allowance: { used: 1, limit: 6 }, isSubscription: false }],
    activations: [{ label: 'https://shop.example.test', licenseKey: { kind: 'product_order' } }],
  });
  expect(seen.resources[0]?.productOrderKey?.hint).toBe(`lko_…${key.slice(-4)}`);
  expect(JSON.stringify(seen)).not.toContain(key);
});

test('the timeline tells placing, paying, keys, mail, activations and an admin’s change, newest first', async () => {
  const { order, resource } = await anActiveOrder();
  const actor = await anAdmin();
  await raiseActivationLimit({ orderId: order.id, apiResourceId: resource.id, activationLimit: 9, actor });
  const [activation] = await db().activation.findMany({ where: { apiResourceId: resource.id } });
  await deleteActivation({ customerId: order.customerId, activationId: present(activation).id, actor });
  const entries = await listOrderTimeline(order.number);
  const told = new Set(entries.map(({ fact }) => fact.kind));
  expect([...told]).toEqual(
    expect.arrayContaining(['placed', 'paid', 'keys_issued', 'mail', 'limit_changed', 'activation_deleted']),
  );
  expect(entries.map(({ at }) => at.getTime())).toEqual(entries.map(({ at }) => at.getTime()).sort((a, b) => b - a));
  const change = entries.find(({ fact }) => fact.kind === 'limit_changed');
  expect(change).toMatchObject({ by: { kind: 'admin', name: 'Ada Admin' }, fact: { was: 6, is: 9 } });
  expect(entries.find(({ fact }) => fact.kind === 'paid')).toMatchObject({
    by: { kind: 'stripe' },
    eventType: 'checkout.session.completed',
  });
});

test('the timeline of one order tells nothing of another', async () => {
  const [one, other] = [await anActiveOrder(), await anActiveOrder()];
  const actor = await anAdmin();
  await raiseActivationLimit({
    orderId: other.order.id,
    apiResourceId: other.resource.id,
    activationLimit: 9,
    actor,
  });
  expect(await kinds(one.order.number)).not.toContain('limit_changed');
  expect(await kinds(other.order.number)).toContain('limit_changed');
});

test('a note is in the timeline; only its author deletes it, and its words are not in the audit', async () => {
  const { orderNumber, orderId } = await aResource();
  const [ada, bob] = [await anAdmin(), await anAdmin('Bob Admin')];
  expect(await addOrderNote(orderNumber, '  Asked for an invoice.  ', { actor: ada })).toEqual({ ok: true });
  const [note] = (await listOrderTimeline(orderNumber)).flatMap(({ fact }) => (fact.kind === 'note' ? [fact] : []));
  expect(note).toMatchObject({ body: 'Asked for an invoice.', authorId: ada.id });
  const { noteId } = present(note);
  expect(await deleteOrderNote(orderNumber, noteId, { actor: bob })).toMatchObject({ reason: 'note_not_found' });
  expect(await deleteOrderNote(orderNumber, noteId, { actor: ada })).toEqual({ ok: true });
  expect(await deleteOrderNote(orderNumber, noteId, { actor: ada })).toMatchObject({ reason: 'note_not_found' });
  expect(await kinds(orderNumber)).toContain('note_deleted');
  const audits = await db().auditEntry.findMany({ where: { objectId: orderId } });
  expect(JSON.stringify(audits.map(({ before, after }) => [before, after]))).not.toContain('invoice');
});

test.each([
  ['   ', 'note_empty'],
  ['x'.repeat(4_001), 'note_too_long'],
])('a note that is empty or endless is refused', async (text, reason) => {
  const { orderNumber } = await aResource();
  expect(await addOrderNote(orderNumber, text, { actor: await anAdmin() })).toEqual({ ok: false, reason });
});

test('the order mail is sent again as a mail of its own, once a press, and five times a day at most', async () => {
  const { order } = await buy(shop);
  const { id, number, customer } = present(order);
  const press = crypto.randomUUID();
  for (const requestId of [press, press]) {
    expect(await resendOrderMail(number, requestId, { actor: bySystem })).toEqual({ ok: true, to: customer.email });
  }
  expect(await mailsAbout(id)).toEqual(['order', 'order']);
  for (let i = 0; i < 4; i++) await resendOrderMail(number, crypto.randomUUID(), { actor: bySystem });
  expect(await resendOrderMail(number, crypto.randomUUID(), { actor: bySystem })).toMatchObject({
    reason: 'too_many_attempts',
  });
  expect(await mailsAbout(id)).toHaveLength(6);
});

test('an order without its money has no keys to mail again', async () => {
  const { order } = await buy(shop, {}, ['later']);
  const result = await resendOrderMail(present(order).number, crypto.randomUUID(), { actor: bySystem });
  expect(result).toEqual({ ok: false, reason: 'not_paid' });
});

test('an order number that nobody has is no order', async () => {
  expect(await readAdminOrder(2_147_483_647)).toBeUndefined();
  expect(await listOrderTimeline(2_147_483_647)).toEqual([]);
  const { id } = await aCustomer({ role: 'admin' });
  expect(await addOrderNote(2_147_483_647, 'x', { actor: { kind: 'admin', id } })).toMatchObject({
    reason: 'order_not_found',
  });
});
