import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { DeletedCustomer } from '@/app/admin/customers/[number]/deleted-customer';
import { readEverything } from '@/app/admin/customers/[number]/read-everything';
import { assignPlan } from '@/lib/access-keys/access-plans';
import { createKey } from '@/lib/access-keys/create-key';
import { keepDefaultKeys } from '@/lib/access-keys/keep-default-keys';
import { now } from '@/lib/clock';
import { changeRole, disableCustomer, enableCustomer } from '@/lib/customers/change-standing';
import { listCustomers } from '@/lib/customers/list-customers';
import { mailSignInLink } from '@/lib/customers/mail-sign-in-link';
import { readCustomerView } from '@/lib/customers/read-customer-view';
import { startCustomerView } from '@/lib/customers/start-customer-view';
import { db } from '@/lib/db/client';
import { disableMasterKey } from '@/lib/licensing/disable-master-key';
import { extendExpiry } from '@/lib/licensing/extend-expiry';
import { readLicenceStory } from '@/lib/licensing/grants/read-licence-story';
import { raiseActivationLimit } from '@/lib/licensing/raise-activation-limit';
import { replaceMasterKey } from '@/lib/licensing/replace-master-key';
import { createManualOrder } from '@/lib/orders/create-manual-order';
import { resendOrderMail } from '@/lib/orders/resend-order-mail';
import { aCaller } from '../protocols/v1/manage/admin-calls';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';
import { pressDelete, type Somebody, somebody } from './support';

useDatabase();

let gone: Somebody;
let admin: { kind: 'admin'; id: string };

beforeAll(async () => {
  gone = await somebody();
  admin = { kind: 'admin', id: (await aCustomer({ role: 'admin' })).id };
  const sessionId = crypto.randomUUID();
  const look = { customerNumber: gone.customer.number, admin: { id: admin.id, sessionId } };
  await startCustomerView({ ...look, reason: 'A ticket', actor: admin });
  expect(await readCustomerView(look)).toBeDefined();
  expect(await pressDelete(gone)).toEqual({ ok: true });
  expect(await readCustomerView(look)).toBeUndefined();
});

test('what admins do for customers is refused for a deleted one, and says why', async () => {
  const { customerId, customer, licence } = gone;
  const { id: keyId } = await db().licenseKey.findFirstOrThrow({ where: { customerId, kind: 'master' } });
  const of = { customerId, actor: admin };
  const look = { customerNumber: customer.number, admin: { id: admin.id, sessionId: crypto.randomUUID() } };
  const refused = [
    await mailSignInLink(of),
    await disableCustomer(of),
    await enableCustomer(of),
    await changeRole({ ...of, role: 'admin' }),
    await replaceMasterKey({ ...of, keyId, activations: 'keep' }),
    await disableMasterKey({ ...of, keyId }),
    await startCustomerView({ ...look, reason: 'A ticket', actor: admin }),
    await resendOrderMail(licence.orderNumber, crypto.randomUUID(), { actor: admin }),
  ];
  expect(refused).toEqual(refused.map(() => ({ ok: false, reason: 'customer_deleted' })));
});

test('nothing that it had can be lengthened, and nothing new is put into it', async () => {
  const { customerId, customer, licence } = gone;
  const of = { orderId: licence.orderId, apiResourceId: licence.resourceId, actor: admin };
  expect(await raiseActivationLimit({ ...of, activationLimit: 50 })).toMatchObject({ reason: 'revoked' });
  expect(await extendExpiry({ ...of, expiresAt: null })).toMatchObject({ reason: 'revoked' });
  expect(await assignPlan({ customerNumber: customer.number, planId: null, actor: admin })).toMatchObject({
    ok: false,
  });
  const key = await createKey({ customerId, kind: 'standard', name: 'Late', actor: admin });
  expect(key).toMatchObject({ reason: 'customer_not_found' });
  const { email } = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
  const order = { requestId: crypto.randomUUID(), email, lines: [{ planNumber: licence.planNumber, quantity: 1 }] };
  const made = await createManualOrder({ ...order, paid: { kind: 'free' } }, { actor: admin });
  expect(made).toMatchObject({ reason: 'email_invalid' });
  await keepDefaultKeys(now());
  expect(await db().accessKey.count({ where: { customerId } })).toBe(0);
});

test('it is listed as deleted, neither as open nor as disabled, and its licences say why they stopped', async () => {
  const numbers = async (filter: Parameters<typeof listCustomers>[0]) =>
    (await listCustomers(filter, {})).rows.map(({ number }) => number);
  const { number } = gone.customer;
  expect(await numbers({ isDeleted: true })).toEqual([number]);
  expect(await numbers({ isDisabled: false })).not.toContain(number);
  expect(await numbers({ isDisabled: true })).not.toContain(number);
  const story = await readLicenceStory({ number: gone.licence.resourceNumber, owner: 'anyone' }, now());
  expect(story?.today).toMatchObject({ state: 'revoked', why: 'account_deleted' });
});

test('its page shows that it is deleted and what is left, with nothing to press', async () => {
  const found = await readEverything(gone.customer.number, now());
  if (!found) throw new Error('There is no such customer');
  const html = renderToStaticMarkup(
    <DeletedCustomer found={found} subscriptions={[]} at={now()}>
      {null}
    </DeletedCustomer>,
  );
  expect(html).toContain(`Deleted account ${gone.customer.number}`);
  expect(html).toContain(`Order ${gone.licence.orderNumber}`);
  expect(html).not.toMatch(/<form|<button/);
  expect(html).not.toContain(gone.email);
});

test('the management API tells it and refuses the same', async () => {
  const { call } = await aCaller();
  const path = `/admin/customers/${gone.customer.number}`;
  const told = (await call('GET', path)).json;
  expect(told).toMatchObject({ deleted_at: expect.any(String), name: null, has_password: false });
  const { id: key_id } = (await call('GET', `${path}/master-key`)).json;
  for (const [method, below, body] of [
    ['POST', '/disable', undefined],
    ['POST', '/sign-in-link', undefined],
    ['POST', '/master-key/disable', { key_id }],
  ] as const) {
    const { status, json } = await call(method, path + below, body);
    expect([below, status, json.code]).toEqual([below, 409, 'customer_deleted']);
  }
  expect((await call('GET', '/admin/customers?is_deleted=true')).json.data).toMatchObject([{ id: told.id }]);
  expect((await call('GET', `/admin/orders/${gone.licence.orderNumber}`)).json.customer.is_deleted).toBe(true);
});
