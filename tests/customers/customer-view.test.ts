import { expect, test } from 'vitest';
import { endCustomerView, endExpiredViews } from '@/lib/customers/end-customer-view';
import { readCustomerView } from '@/lib/customers/read-customer-view';
import { startCustomerView } from '@/lib/customers/start-customer-view';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

async function anAdmin() {
  const { id } = await aCustomer({ role: 'admin' });
  return { admin: { id, sessionId: crypto.randomUUID() }, actor: { kind: 'admin' as const, id } };
}

async function looking(minutes = 0) {
  const who = await anAdmin();
  const customer = await aCustomer();
  const wish = { customerNumber: customer.number, reason: 'Asked by phone, ticket 12', ...who };
  expect(await startCustomerView({ ...wish, at: after(minutes) })).toMatchObject({ ok: true });
  return { ...who, customer, wish, see: (when: Date) => readCustomerView({ ...wish, at: when }) };
}

const auditOf = async (customerId: string) => {
  const rows = await db().auditEntry.findMany({ where: { objectId: customerId }, orderBy: { id: 'asc' } });
  return rows.map(({ action, actorKind, after: said }) => ({ action, actorKind, said }));
};

test('a look lasts half an hour, in the browser and for the customer it was opened for', async () => {
  const { admin, customer, see } = await looking();
  expect(await see(after(29))).toMatchObject({ customer: { id: customer.id }, endsAt: after(30) });
  expect(await see(after(30))).toBeUndefined();
  const elsewhere = { id: admin.id, sessionId: crypto.randomUUID() };
  expect(await readCustomerView({ customerNumber: customer.number, admin: elsewhere, at })).toBeUndefined();
  const stranger = await aCustomer();
  expect(await readCustomerView({ customerNumber: stranger.number, admin, at })).toBeUndefined();
});

test('a look makes no session of the customer', async () => {
  const { customer } = await looking();
  expect(await db().session.count({ where: { customerId: customer.id } })).toBe(0);
  expect(await db().pendingSignIn.count({ where: { customerId: customer.id } })).toBe(0);
});

test('its start, with the reason, and its end are in the audit, once each', async () => {
  const { admin, actor, customer, see } = await looking();
  await endCustomerView({ adminId: admin.id, actor, at: after(5) });
  await endCustomerView({ adminId: admin.id, actor, at: after(6) });
  await endExpiredViews(after(60));
  expect(await see(after(5))).toBeUndefined();
  expect(await auditOf(customer.id)).toEqual([
    {
      action: 'customer_view.start',
      actorKind: 'admin',
      said: expect.objectContaining({ reason: 'Asked by phone, ticket 12' }),
    },
    {
      action: 'customer_view.end',
      actorKind: 'admin',
      said: expect.objectContaining({ endedAt: after(5).toISOString() }),
    },
  ]);
});

test('one that ran out ends in the audit as well, at the time it ran out', async () => {
  const { customer } = await looking();
  await Promise.all([endExpiredViews(after(31)), endExpiredViews(after(31))]);
  expect((await auditOf(customer.id)).slice(1)).toEqual([
    {
      action: 'customer_view.end',
      actorKind: 'system',
      said: expect.objectContaining({ endedAt: after(30).toISOString() }),
    },
  ]);
});

test('an admin looks at one customer at a time', async () => {
  const { admin, customer, wish, see } = await looking();
  const next = await aCustomer();
  await startCustomerView({ ...wish, customerNumber: next.number, at: after(1) });
  expect(await see(after(2))).toBeUndefined();
  expect((await auditOf(customer.id)).at(-1)).toMatchObject({ action: 'customer_view.end' });
  await Promise.all(Array.from({ length: 5 }, () => startCustomerView({ ...wish, at: after(3) })));
  expect(await db().customerView.count({ where: { adminId: admin.id, endedAt: null } })).toBe(1);
});

test.each([
  ['', 'reason_missing'],
  ['  why ', 'reason_missing'],
  ['x'.repeat(501), 'reason_too_long'],
])('no look without a reason: %j', async (reason, refusal) => {
  const who = await anAdmin();
  const { number } = await aCustomer();
  expect(await startCustomerView({ customerNumber: number, reason, ...who, at })).toEqual({
    ok: false,
    reason: refusal,
  });
  expect(await db().customerView.count({ where: { adminId: who.admin.id } })).toBe(0);
});
