import { beforeEach, expect, test } from 'vitest';
import { changeRole, disableCustomer, enableCustomer } from '@/lib/customers/change-standing';
import { readSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { checkStatus } from '@/lib/licensing/check-status';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem, first } from '../support/factories';
import { aSession } from '../support/sessions';

useDatabase();
beforeEach(async () => {
  await db().customer.updateMany({ where: { role: 'admin' }, data: { role: 'customer' } });
});

const by = (id: string) => ({ kind: 'admin' as const, id, via: 'test' });

test('a disabled account loses its sessions at once and its keys are told that access is disabled', async () => {
  const resource = await aResource();
  const { customerId } = resource;
  const admin = await aCustomer({ role: 'admin' });
  const session = await aSession({ customerId });
  expect(await disableCustomer({ customerId, actor: by(admin.id) })).toEqual({ ok: true });
  expect(await readSession(session.id)).toBeUndefined();
  for (const key of [resource.masterKey, resource.key]) {
    const status = first(await checkStatus([aCall(key, resource.planNumber, 'laptop')], { at: AT }));
    expect(status).toMatchObject({ ok: false, reason: 'access_disabled' });
  }
  await enableCustomer({ customerId, actor: by(admin.id) });
  const status = first(await checkStatus([aCall(resource.key, resource.planNumber, 'laptop')], { at: AT }));
  expect(status).toMatchObject({ ok: true });
  expect(await readSession(session.id)).toBeUndefined();
});

test('nobody disables their own account or takes the role from themselves', async () => {
  const admin = await aCustomer({ role: 'admin' });
  await aCustomer({ role: 'admin' });
  const change = { customerId: admin.id, actor: by(admin.id) };
  expect(await disableCustomer(change)).toEqual({ ok: false, reason: 'own_account' });
  expect(await changeRole({ ...change, role: 'customer' })).toEqual({ ok: false, reason: 'own_account' });
});

test('the last admin can neither be disabled nor lose the role, by nobody', async () => {
  const last = await aCustomer({ role: 'admin' });
  const change = { customerId: last.id, actor: bySystem };
  expect(await disableCustomer(change)).toEqual({ ok: false, reason: 'last_admin' });
  expect(await changeRole({ ...change, role: 'customer' })).toEqual({ ok: false, reason: 'last_admin' });
});

test('two admins who disable each other at once leave one of them', async () => {
  for (let round = 0; round < 5; round++) {
    const one = await aCustomer({ role: 'admin' });
    const two = await aCustomer({ role: 'admin' });
    const results = await Promise.all([
      disableCustomer({ customerId: one.id, actor: by(two.id) }),
      disableCustomer({ customerId: two.id, actor: by(one.id) }),
    ]);
    expect(results.map((result) => (result.ok ? 'ok' : result.reason)).sort()).toEqual(['last_admin', 'ok']);
    await db().customer.updateMany({ where: { role: 'admin' }, data: { role: 'customer' } });
  }
});

test('disabling twice leaves one audit row', async () => {
  const { id: customerId } = await aCustomer();
  await disableCustomer({ customerId, actor: bySystem });
  await disableCustomer({ customerId, actor: bySystem });
  expect(await db().auditEntry.count({ where: { action: 'customer.disable', objectId: customerId } })).toBe(1);
});
