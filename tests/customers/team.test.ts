import { beforeEach, expect, test } from 'vitest';
import { changeRole } from '@/lib/customers/change-standing';
import { listAdmins } from '@/lib/customers/list-admins';
import { makeAdminByEmail } from '@/lib/customers/make-admin';
import { readSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aCustomer, first } from '../support/factories';
import { aSession } from '../support/sessions';

useDatabase();
beforeEach(async () => {
  await db().customer.updateMany({ where: { role: 'admin' }, data: { role: 'customer' } });
  await db().outboxEntry.deleteMany();
});

const proven = { emailVerifiedAt: new Date('2026-01-01') };
const by = (id: string) => ({ kind: 'admin' as const, id, via: 'session:test', address: '192.0.2.7' });
const roleOf = async (id: string) => (await db().customer.findUniqueOrThrow({ where: { id } })).role;
const mailsTold = async () =>
  (await db().outboxEntry.findMany({ where: { kind: 'mail' } })).map(({ payload }) => payload);

test('the account of an address becomes an admin’s: told by mail, signed out, recorded', async () => {
  const [owner, helper] = [await aCustomer({ role: 'admin' }), await aCustomer(proven)];
  const session = await aSession({ customerId: helper.id });
  const wish = { email: ` ${helper.email.toUpperCase()} `, actor: by(owner.id) };
  expect(await makeAdminByEmail(wish)).toEqual({ ok: true });
  expect(await roleOf(helper.id)).toBe('admin');
  expect(await readSession(session.id)).toBeUndefined();
  const facts = { role: 'admin', address: '192.0.2.7' };
  expect(await mailsTold()).toMatchObject([{ template: 'role_changed', to: helper.email, facts }]);
  const where = { action: 'customer.change_role', objectId: helper.id };
  expect(await db().auditEntry.findMany({ where })).toMatchObject([
    { actorId: owner.id, before: { role: 'customer' }, after: { role: 'admin' } },
  ]);
  expect(await makeAdminByEmail(wish)).toEqual({ ok: false, reason: 'already_admin' });
  expect(await mailsTold()).toHaveLength(1);
});

test('an account that is disabled, not proven or not there becomes nobody’s way in', async () => {
  const { id } = await aCustomer({ role: 'admin' });
  const unproven = await aCustomer();
  const disabled = await aCustomer(proven);
  await db().customer.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
  for (const [email, reason] of [
    [unproven.email, 'address_not_proven'],
    [disabled.email, 'customer_disabled'],
    ['nobody@example.test', 'customer_not_found'],
    ['no address', 'invalid_email'],
  ] as const) {
    expect(await makeAdminByEmail({ email, actor: by(id) })).toEqual({ ok: false, reason });
  }
  expect(await listAdmins()).toHaveLength(1);
  expect(await mailsTold()).toEqual([]);
});

test('taking the role away tells the person, and somebody who never had it hears nothing', async () => {
  const [owner, helper, buyer] = [
    await aCustomer({ role: 'admin' }),
    await aCustomer({ role: 'admin', ...proven }),
    await aCustomer(proven),
  ];
  expect(await changeRole({ customerId: buyer.id, role: 'customer', actor: by(owner.id) })).toEqual({ ok: true });
  expect(await mailsTold()).toEqual([]);
  expect(await changeRole({ customerId: helper.id, role: 'customer', actor: by(owner.id) })).toEqual({ ok: true });
  expect(await roleOf(helper.id)).toBe('customer');
  expect(await mailsTold()).toMatchObject([{ to: helper.email, facts: { role: 'customer' } }]);
});

test('two admins who take administration from each other at once leave one of them', async () => {
  const [one, two] = [await aCustomer({ role: 'admin' }), await aCustomer({ role: 'admin' })];
  const results = await Promise.all([
    changeRole({ customerId: one.id, role: 'customer', actor: by(two.id) }),
    changeRole({ customerId: two.id, role: 'customer', actor: by(one.id) }),
  ]);
  expect(results.map((result) => (result.ok ? 'ok' : result.reason)).sort()).toEqual(['last_admin', 'ok']);
  expect(await listAdmins()).toHaveLength(1);
});

test('the team is everybody with the role: whether they have a factor, and when they were last here', async () => {
  const admin = await aCustomer({ role: 'admin', email: 'first@team.test' });
  await aCustomer();
  const seen = new Date('2026-11-20T10:00:00Z');
  const row = { customerId: admin.id, createdAt: seen, expiresAt: seen };
  await db().session.createMany({
    data: [
      { ...row, lastSeenAt: seen, revokedAt: seen },
      { ...row, lastSeenAt: new Date('2026-11-01') },
    ],
  });
  const factor = { customerId: admin.id, kind: 'totp' as const, name: 'Phone', createdAt: seen };
  const { id } = await db().secondFactor.create({ data: { ...factor, sealedSeed: new Uint8Array([1]) } });
  const listed = async () => first(await listAdmins());
  expect(await listed()).toMatchObject({ email: 'first@team.test', hasFactor: false, lastSeenAt: seen });
  await db().secondFactor.update({ where: { id }, data: { confirmedAt: seen } });
  expect(await listed()).toMatchObject({ hasFactor: true });
  expect(await listAdmins()).toHaveLength(1);
});
