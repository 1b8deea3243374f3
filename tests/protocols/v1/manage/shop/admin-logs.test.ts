import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { enqueueMail } from '@/lib/jobs/enqueue-mail';
import { keyHint } from '@/lib/secrets/key-format';
import { useDatabase } from '../../../../support/database';
import { aCustomer, aResource, first } from '../../../../support/factories';
import { aCaller } from '../admin-calls';

useDatabase();

/** A refused call as the log keeps it. */
async function aRefusedCall() {
  const bought = await aResource({ activationLimit: 1 });
  const row = await db().requestLogEntry.create({
    data: {
      at: now(),
      protocol: 'v1',
      action: 'activate',
      outcome: 'limit_reached',
      keyHint: keyHint(bought.key),
      product: String(bought.planNumber),
      instance: `site-${bought.resourceNumber}`,
      version: '1.0.0',
      address: '192.0.2.9',
      userAgent: 'Tests/1.0',
      durationUs: 900,
      requestId: `req_${randomUUID().replaceAll('-', '')}`,
    },
  });
  return { bought, id: String(row.id), requestId: row.requestId };
}

test('client calls are found by outcome and explained by what they would be told now', async () => {
  const { call } = await aCaller();
  const { bought, id } = await aRefusedCall();
  const query = `outcome=limit_reached&product=${bought.productNumber}&address=192.0.2.9`;
  expect((await call('GET', `/admin/client-calls?${query}`)).json.data).toMatchObject([{ id, action: 'activate' }]);
  expect((await call('GET', `/admin/client-calls?${query}&is_refused=false`)).json.data).toEqual([]);
  const told = (await call('GET', `/admin/client-calls/${id}`)).json;
  expect(told.keys_now).toMatchObject([{ would_be: 'ok', licence_number: bought.resourceNumber }]);
  expect(JSON.stringify(told)).not.toContain(bought.key);
  expect((await call('GET', '/admin/client-calls/999999999999')).status).toBe(404);
});

test('a client call is found by the request id of its refusal, in the list and in its export', async () => {
  const { call } = await aCaller();
  const { id, requestId } = await aRefusedCall();
  const { data } = (await call('GET', `/admin/client-calls?q=${requestId}`)).json;
  expect(data).toMatchObject([{ id, request_id: requestId }]);
  const [head, ...lines] = (await call('GET', `/admin/exports/client-calls.csv?q=${requestId}`)).text
    .trim()
    .split(/\r?\n/);
  expect(head).toMatch(/,api_resource,request_id$/);
  expect(lines.map((line) => line.split(',').at(-1))).toEqual([requestId]);
});

test('a payment event is told with its secrets masked; one that never came is not found', async () => {
  const { call } = await aCaller();
  const object = { id: 'cs_1', client_secret: 'cs_secret_x', amount_total: 4_900 };
  const event = { id: 'evt_1', type: 'checkout.session.completed', livemode: false };
  const payload = { ...event, data: { object } };
  await db().paymentEvent.create({ data: { ...event, payload, receivedAt: now() } });
  expect((await call('GET', '/admin/payment-events?type=checkout.session.completed')).json.data).toMatchObject([
    { id: 'evt_1', is_live: false },
  ]);
  const { json, text } = await call('GET', '/admin/payment-events/evt_1');
  expect(json.payload.data.object).toEqual({ id: 'cs_1', client_secret: '•••', amount_total: 4_900 });
  expect(text).not.toContain('cs_secret_x');
  expect((await call('POST', '/admin/payment-events/evt_none/replay')).status).toBe(404);
});

test('a mail that failed is sent again; one that waits is not', async () => {
  const { call } = await aCaller();
  const { email: to } = await aCustomer();
  const facts = { at: now().toISOString(), endedActivations: 0 };
  await inTransaction((tx) => enqueueMail(tx, { template: 'master_key_replaced', to, facts }, `mail|test|${to}`));
  const [mail] = (await call('GET', `/admin/mails?q=${to}`)).json.data;
  expect(mail).toMatchObject({ to, template: 'master_key_replaced', state: 'kept' });
  expect((await call('POST', `/admin/mails/${mail.id}/send-again`)).json.code).toBe('mail_not_failed');
  await db().outboxEntry.update({ where: { id: mail.id }, data: { deadAt: now(), lastError: 'Mailbox full' } });
  expect((await call('GET', `/admin/mails?q=${to}&state=failed`)).json.data).toMatchObject([{ state: 'failed' }]);
  expect((await call('POST', `/admin/mails/${mail.id}/send-again`)).status).toBe(204);
  expect((await call('POST', `/admin/mails/${mail.id}/resend`)).json.code).toBe('no_order_mail');
});

test('the audit is listed, narrowed, read by entry and verified', async () => {
  const { call, owner, sid } = await aCaller();
  const list = (await call('GET', `/admin/audit?object=access_key&q=${sid}`)).json.data;
  expect(first(list)).toMatchObject({ action: 'access_key.create', actor: { kind: 'admin', id: owner.id } });
  const { id } = first<{ id: string }>(list);
  expect((await call('GET', `/admin/audit/${id}`)).json).toEqual(first(list));
  expect((await call('GET', '/admin/audit/999999999999')).status).toBe(404);
  const verified = (await call('POST', '/admin/audit-chain/verify')).json;
  expect(verified).toMatchObject({ is_whole: true, seals: 0, head: null });
  expect((await call('GET', '/admin/audit-chain')).json).toEqual({ head: null, unsealed: verified.unsealed });
});

test('reports are those of the dashboard', async () => {
  const { call } = await aCaller();
  const { bought } = await aRefusedCall();
  const report = async (name: string) => (await call('GET', `/admin/reports/${name}`)).json;
  const orders = await db().order.count({ where: { paidAt: { not: null } } });
  expect(await report('today')).toMatchObject({ today: { orders }, last_week: { orders: 0 } });
  const revenue = first<{ currency: string; orders: number; days: unknown[] }>((await report('revenue?days=7')).data);
  expect([revenue.currency, revenue.orders, revenue.days.length]).toEqual(['usd', orders, 7]);
  expect((await report('activity?days=90')).data).toHaveLength(90);
  expect((await report('expiring')).data).toHaveLength(30);
  expect((await report('versions')).data).toEqual([]);
  expect((await report('todos')).data).toContainEqual(expect.objectContaining({ kind: 'admins_open' }));
  expect((await report('dependencies')).data).toContainEqual({ name: 'mail', state: 'off', count: 0 });
  expect((await call('GET', '/admin/reports/revenue?days=8')).status).toBe(400);
  expect(bought.orderNumber).toBeGreaterThan(0);
});
