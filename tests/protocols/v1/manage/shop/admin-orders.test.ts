import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { addOrderNote } from '@/lib/orders/add-order-note';
import { newDeveloperKey } from '@/lib/secrets/developer-key';
import { useDatabase } from '../../../../support/database';
import { aCustomer, aProduct, aResource, first } from '../../../../support/factories';
import { aCaller, auditOf } from '../admin-calls';

useDatabase();

const once = (key: string = crypto.randomUUID()) => ({ headers: { 'idempotency-key': key } });
const newEmail = () => `buyer-${crypto.randomUUID().slice(0, 8)}@example.test`;

/** An order entered by key: two units at 49.00, paid outside the store. */
async function anEnteredOrder() {
  const caller = await aCaller();
  const product = await aProduct();
  const email = newEmail();
  const body = {
    email,
    items: [{ product_id: product.plan.number, quantity: 2 }],
    paid: { kind: 'outside', amount: 9_800, reference: 'Invoice 7' },
  };
  const key = crypto.randomUUID();
  const made = await caller.call('POST', '/admin/orders', body, once(key));
  return { ...caller, email, body, key, made, number: Number(made.json.number) };
}

test('an order entered by key is fulfilled as any other, once for an Idempotency-Key', async () => {
  const { call, email, body, key, made, number, sid } = await anEnteredOrder();
  expect([made.status, made.json.is_new]).toEqual([201, true]);
  expect(made.headers.location).toBe(`/api/v1/admin/orders/${number}`);
  const again = await call('POST', '/admin/orders', body, once(key));
  expect([again.status, again.json]).toEqual([201, made.json]);
  expect(await db().order.count({ where: { customer: { email } } })).toBe(1);
  const read = await call('GET', `/admin/orders/${number}`);
  expect(read.json).toMatchObject({
    status: 'paid',
    total_amount: 9_800,
    customer: { email },
    licences: [{ activation_limit: 6, term: 'until' }],
    payments: [{ amount: 9_800, reference: 'Invoice 7' }],
  });
  expect(await auditOf(read.json.id)).toContainEqual(expect.objectContaining({ via: `key:${sid}` }));
});

test('an order without an Idempotency-Key is refused, and so is one that cannot be: by the member that is wrong', async () => {
  const { call, body } = await anEnteredOrder();
  expect((await call('POST', '/admin/orders', body)).json.code).toBe('idempotency_key_missing');
  const refused = async (change: object) => {
    const { json } = await call('POST', '/admin/orders', { ...body, ...change }, once());
    return json.errors?.map(({ field }: { field: string }) => field) ?? json.code;
  };
  const gone = await aCustomer();
  await db().customer.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
  const twice = [first(body.items), first(body.items)];
  expect(await refused({ email: 'nobody' })).toEqual(['email']);
  expect(await refused({ email: gone.email })).toBe('customer_disabled');
  expect(await refused({ items: [{ product_id: 2_000_000_000, quantity: 1 }] })).toEqual(['items']);
  expect(await refused({ items: twice })).toEqual(['items']);
  expect(await refused({ paid: { kind: 'outside', amount: 9_900 } })).toEqual(['paid.amount']);
});

test('orders are found by what narrows them', async () => {
  const { call, email, number } = await anEnteredOrder();
  const found = async (query: string) => {
    const { json } = await call('GET', `/admin/orders?${query}`);
    return json.data.map((order: { number: number }) => order.number);
  };
  expect(await found(`q=${email}`)).toEqual([number]);
  expect(await found(`q=${number}&status=paid&is_refunded=false`)).toEqual([number]);
  expect(await found(`q=${email}&is_refunded=true`)).toEqual([]);
  expect(await found(`q=${email}&placed_since=2999-01-01T00:00:00Z`)).toEqual([]);
  expect(await found(`q=${email}&product=1999999999`)).toEqual([]);
});

test('a refund is previewed, made as it was shown, and closes the keys; once', async () => {
  const { call, number } = await anEnteredOrder();
  const path = `/admin/orders/${number}`;
  const seen = await call('POST', `${path}/refund-preview`, { items: [{ position: 0, quantity: 2 }] });
  expect(seen.json).toMatchObject({
    amount: 9_800,
    items: [{ position: 0, quantity: 2, amount: 9_800 }],
    effect: { status: 'refunded', licences: [{ keys_stopping: 1 }] },
  });
  expect((await call('GET', path)).json.status).toBe('paid');
  const { items, reason, stamp } = seen.json;
  const key = crypto.randomUUID();
  const made = await call('POST', `${path}/refunds`, { items, reason, stamp }, once(key));
  expect([made.status, made.json.state]).toEqual([202, 'applied']);
  expect((await call('POST', `${path}/refunds`, { items, reason, stamp }, once(key))).json).toEqual(made.json);
  const late = await call('POST', `${path}/refunds`, { items, reason, stamp }, once());
  expect([late.status, late.json.code]).toEqual([409, 'nothing_left']);
  const after = (await call('GET', path)).json;
  expect(after).toMatchObject({ status: 'refunded', refunded_amount: 9_800, licences: [{ is_revoked: true }] });
  expect(after.refunds).toHaveLength(1);
});

test('a refund that was previewed before another one is refused, and one that gives too much back too', async () => {
  const { call, number } = await anEnteredOrder();
  const path = `/admin/orders/${number}`;
  const preview = (items: object[]) => call('POST', `${path}/refund-preview`, { items });
  const { items, stamp } = (await preview([{ position: 0, quantity: 1 }])).json;
  expect((await call('POST', `${path}/refunds`, { items, stamp }, once())).status).toBe(202);
  const stale = await call('POST', `${path}/refunds`, { items, stamp }, once());
  expect([stale.status, stale.json.code]).toEqual([409, 'order_changed']);
  expect((await preview([{ position: 0, quantity: 2 }])).json.errors).toHaveLength(1);
  expect((await preview([{ position: 9, quantity: 1 }])).json.errors).toHaveLength(1);
});

test('places are added and terms extended, never the other way round', async () => {
  const { call } = await aCaller();
  const bought = await aResource({ activationLimit: 3, termDays: 30 });
  const path = `/admin/orders/${bought.orderNumber}/licences/${bought.resourceNumber}`;
  expect((await call('POST', `${path}/raise-limit`, { activation_limit: 5 })).json).toEqual({ activation_limit: 5 });
  expect((await call('POST', `${path}/raise-limit`, { activation_limit: 4 })).json.errors[0].field).toBe(
    'activation_limit',
  );
  const expires_at = '2040-01-01T00:00:00.000Z';
  expect((await call('POST', `${path}/extend`, { expires_at })).json).toEqual({ expires_at });
  expect((await call('POST', `${path}/extend`, { expires_at: '2030-01-01T00:00:00Z' })).json.errors).toHaveLength(1);
  expect((await call('POST', `${path}/extend`, { expires_at: null })).json).toEqual({ expires_at: null });
  expect((await call('POST', `${path}/extend`, { expires_at: null })).json.code).toBe('already_done');
  const stranger = await aResource();
  const mixed = `/admin/orders/${bought.orderNumber}/licences/${stranger.resourceNumber}/extend`;
  expect((await call('POST', mixed, { expires_at: null })).status).toBe(404);
});

test('a note with a developer key in it is refused, whoever writes it', async () => {
  const { call, number } = await anEnteredOrder();
  const text = `Their key is ${newDeveloperKey('secret')}, see above`;
  const { status, json } = await call('POST', `/admin/orders/${number}/notes`, { text });
  expect([status, json.code]).toEqual([422, 'looks_like_a_key']);
  const actor = { kind: 'admin' as const, id: (await aCustomer({ role: 'admin' })).id };
  expect(await addOrderNote(number, text, { actor })).toEqual({ ok: false, reason: 'note_has_key' });
});

test('notes and mails of an order show in its timeline, with what they say', async () => {
  const { call, number } = await anEnteredOrder();
  const path = `/admin/orders/${number}`;
  expect((await call('POST', `${path}/notes`, { text: 'Called back.' })).status).toBe(204);
  const key = crypto.randomUUID();
  expect((await call('POST', `${path}/mail`, undefined, once(key))).status).toBe(202);
  expect((await call('POST', `${path}/mail`, undefined, once(key))).status).toBe(202);
  const entries: { kind: string; details: Record<string, unknown> }[] = (await call('GET', `${path}/timeline`)).json
    .data;
  const note = first(entries.filter(({ kind }) => kind === 'note'));
  expect(note.details.body).toBe('Called back.');
  expect(entries.filter(({ kind }) => kind === 'mail_again')).toHaveLength(1);
  expect((await call('DELETE', `${path}/notes/${note.details.note_id}`)).status).toBe(204);
  expect((await call('DELETE', `${path}/notes/${note.details.note_id}`)).status).toBe(404);
  expect((await call('GET', '/admin/orders/1999999999/timeline')).status).toBe(404);
});
