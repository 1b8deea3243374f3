import { expect, test } from 'vitest';
import { buy, findOrder, paymentIntentOf, useShop } from '../../../../orders/support';
import { present } from '../../../../payments/support';
import { useDatabase } from '../../../../support/database';
import { aResource } from '../../../../support/factories';
import { aCaller, auditOf } from '../admin-calls';

useDatabase();
const shop = useShop();

/** An order that Stripe has paid back without our hearing of it. */
async function aForgottenRefund() {
  const bought = await buy(shop);
  const payment_intent = await paymentIntentOf(shop, bought.sessionId);
  shop.payments.double.setChaos({ drop: 1_000 });
  await shop.payments.stripe.refunds.create({ payment_intent });
  await expect(shop.payments.double.settle()).rejects.toThrow('never acknowledged');
  shop.payments.double.setChaos({});
  return { ...bought, order: present(bought.order) };
}

test('by key an admin compares with Stripe, reads the difference and applies exactly that', async () => {
  const { call, sid } = await aCaller();
  const { order, sessionId } = await aForgottenRefund();
  expect((await call('POST', '/admin/findings/compare')).json).toEqual({ is_finished: true });
  const [finding] = (await call('GET', '/admin/findings')).json.data;
  expect(finding).toMatchObject({ about: 'order', number: order.number, state: 'open', decided_by: null });
  expect(finding.steps[0]).toMatchObject({
    says: { kind: 'refunds' },
    changes: [{ field: 'status', after: 'refunded' }, {}, {}],
  });
  const path = `/admin/findings/${finding.id}`;
  expect((await call('POST', `${path}/apply`, { digest: 'another' })).json.code).toBe('finding_changed');
  expect(present(await findOrder(sessionId)).status).toBe('paid');
  expect((await call('POST', `${path}/apply`, { digest: finding.digest })).status).toBe(204);
  expect(present(await findOrder(sessionId)).status).toBe('refunded');
  expect(await auditOf(finding.id)).toContainEqual(expect.objectContaining({ via: `key:${sid}` }));
  expect((await call('POST', `${path}/apply`, { digest: finding.digest })).status).toBe(404);
  expect((await call('GET', '/admin/findings?state=applied')).json.data).toMatchObject([{ id: finding.id }]);
});

test('a dismissal by key says why, and leaves the store as it is', async () => {
  const { call, owner } = await aCaller();
  const { sessionId } = await aForgottenRefund();
  await call('POST', '/admin/findings/compare');
  const [finding] = (await call('GET', '/admin/findings')).json.data;
  const path = `/admin/findings/${finding.id}/dismiss`;
  expect((await call('POST', path, { reason: ' ' })).json.errors).toMatchObject([{ field: 'reason' }]);
  expect((await call('POST', path, { reason: 'Paid again' })).status).toBe(204);
  expect(present(await findOrder(sessionId)).status).toBe('paid');
  const [decided] = (await call('GET', '/admin/findings?state=dismissed')).json.data;
  expect(decided).toMatchObject({ id: finding.id, reason: 'Paid again', decided_by: owner.email });
});

test('a customer’s key explains their own licences only, an admin’s key any, with who and what', async () => {
  const customer = await aCaller('customer');
  const own = await aResource({ customerId: customer.owner.id });
  const other = await aResource();
  const explained = await customer.call('GET', `/licences/${own.resourceNumber}/history`);
  expect(explained.json).toMatchObject({
    ...{ number: own.resourceNumber, state: 'live', why: 'lifetime' },
    steps: [{ kind: 'purchase', order_number: own.orderNumber, before: null, after: { activation_limit: 3 } }],
  });
  expect(explained.text).not.toContain('cause');
  expect((await customer.call('GET', `/licences/${other.resourceNumber}/history`)).status).toBe(404);
  expect((await customer.call('GET', `/admin/licences/${own.resourceNumber}/history`)).status).not.toBe(200);
  const admin = await aCaller();
  const whole = await admin.call('GET', `/admin/licences/${own.resourceNumber}/history`);
  expect(whole.json.steps).toMatchObject([{ cause: `order_item:${own.orderItemId}`, fact: { kind: 'purchase' } }]);
});
