import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { checkStatus } from '@/lib/licensing/check-status';
import { aCall } from '../../../../support/client-calls';
import { useDatabase } from '../../../../support/database';
import { aCustomer, aResource } from '../../../../support/factories';
import { aCaller, auditOf } from '../admin-calls';

useDatabase();

const newEmail = () => `person-${crypto.randomUUID().slice(0, 8)}@example.test`;

test('a customer is entered by key, found and read; an address is taken once', async () => {
  const { call, sid } = await aCaller();
  const email = newEmail();
  const made = await call('POST', '/admin/customers', { email, name: 'Ada', company: 'Engines' });
  expect([made.status, made.headers.location]).toEqual([201, `/api/v1/admin/customers/${made.json.number}`]);
  expect(made.json).toMatchObject({ email, name: 'Ada', role: 'customer', has_password: false });
  const again = await call('POST', '/admin/customers', { email });
  expect([again.status, again.json.code]).toEqual([409, 'conflict']);
  expect((await call('POST', '/admin/customers', { email: 'nobody' })).json.errors[0].field).toBe('email');
  expect((await call('GET', `/admin/customers?q=${email}`)).json.data).toMatchObject([{ email, orders: 0 }]);
  expect((await call('GET', `/admin/customers/${made.json.number}`)).json).toEqual(made.json);
  expect(await auditOf(made.json.id)).toContainEqual(
    expect.objectContaining({ action: 'customer.create', via: `key:${sid}` }),
  );
});

test('a disabled account’s keys open nothing until it is enabled again', async () => {
  const { call } = await aCaller();
  const bought = await aResource();
  const { number } = await db().customer.findUniqueOrThrow({ where: { id: bought.customerId } });
  const path = `/admin/customers/${number}`;
  const opens = async () => {
    const [told] = await checkStatus([aCall(bought.key, bought.planNumber, 'a')], { at: new Date() });
    return told?.ok === true;
  };
  expect((await call('POST', `${path}/disable`)).status).toBe(204);
  expect([await opens(), (await call('GET', path)).json.disabled_at]).toEqual([false, expect.any(String)]);
  expect((await call('POST', `${path}/sign-in-link`)).json.code).toBe('customer_disabled');
  expect((await call('POST', `${path}/enable`)).status).toBe(204);
  expect(await opens()).toBe(true);
});

test('nobody closes the account behind the key', async () => {
  const { call, owner } = await aCaller();
  const { status, json } = await call('POST', `/admin/customers/${owner.number}/disable`);
  expect([status, json.code]).toEqual([409, 'own_account']);
});

test('a link to sign in goes to the customer’s own address, and the caller never sees it', async () => {
  const { call } = await aCaller();
  const customer = await aCustomer();
  const { status, text } = await call('POST', `/admin/customers/${customer.number}/sign-in-link`);
  expect([status, text]).toEqual([204, '']);
  const mails = (await call('GET', `/admin/mails?q=${customer.email}`)).json.data;
  expect(mails).toMatchObject([{ template: 'sign_in', to: customer.email }]);
  const mail = await call('GET', `/admin/mails/${mails[0].id}`);
  expect(mail.json.text).toContain('hidden');
});

test('a master key is switched and replaced by its id, and a key replaced meanwhile is left alone', async () => {
  const { call } = await aCaller();
  const bought = await aResource();
  const { number } = await db().customer.findUniqueOrThrow({ where: { id: bought.customerId } });
  const path = `/admin/customers/${number}/master-key`;
  const { id: key_id, hint } = (await call('GET', path)).json;
  expect(hint).toBe(`lkm_…${bought.masterKey.slice(-4)}`);
  expect((await call('POST', `${path}/disable`, { key_id })).status).toBe(204);
  expect((await call('GET', path)).json.is_disabled).toBe(true);
  expect((await call('POST', `${path}/enable`, { key_id })).status).toBe(204);
  const replaced = await call('POST', `${path}/replace`, { key_id, activations: 'end' });
  expect([replaced.status, replaced.json.id === key_id]).toEqual([200, false]);
  const late = await call('POST', `${path}/replace`, { key_id });
  expect([late.status, late.json.code]).toEqual([409, 'key_replaced']);
  const stranger = await aCustomer();
  expect((await call('POST', `/admin/customers/${stranger.number}/master-key/disable`, { key_id })).status).toBe(404);
});
