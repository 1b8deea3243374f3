import { beforeAll, beforeEach, expect, test } from 'vitest';
import { useDatabase } from '../../../../support/database';
import { aResource } from '../../../../support/factories';
import { noWebhooks, relayAndSend, sendDue, useReceiver } from '../../../../webhooks/support';
import { aCaller, auditOf } from '../admin-calls';

useDatabase();
const receiver = useReceiver();
beforeEach(noWebhooks);

let admin: Awaited<ReturnType<typeof aCaller>>;
beforeAll(async () => {
  admin = await aCaller();
});

const create = async (body: object = {}) => {
  const made = await admin.call('POST', '/admin/webhooks', { url: receiver.url(), ...body });
  expect(made.status).toBe(201);
  return made.json;
};

test('a key adds, reads, changes, switches and removes an endpoint, and the audit names the key', async () => {
  const { id, secret, ...made } = await create({ event_types: ['order.paid'] });
  expect(secret).toMatch(/^whsec_/);
  expect(made).toMatchObject({ state: 'enabled', event_types: ['order.paid'], description: '' });
  const at = `/admin/webhooks/${id}`;
  const read = await admin.call('GET', at);
  expect(read.text).not.toContain('whsec_');
  expect((await admin.call('PATCH', at, { description: 'Ledger' })).json).toMatchObject({
    description: 'Ledger',
    event_types: ['order.paid'],
  });
  expect((await admin.call('POST', `${at}/disable`)).json).toMatchObject({
    state: 'disabled',
    disabled_reason: 'admin',
  });
  expect((await admin.call('POST', `${at}/test`)).json).toMatchObject({ code: 'endpoint_disabled' });
  expect((await admin.call('POST', `${at}/enable`)).json).toMatchObject({ state: 'enabled', disabled_reason: null });
  const rotated = await admin.call('POST', `${at}/rotate-secret`, { overlap_hours: 24 });
  expect(rotated.json.secret).not.toBe(secret);
  expect(rotated.json.old_secret_until).not.toBeNull();
  expect((await admin.call('DELETE', at)).status).toBe(204);
  expect((await admin.call('GET', at)).status).toBe(404);
  const entries = await auditOf(id);
  expect(entries.map(({ action }) => action.split('.')[1])).toEqual([
    'add',
    'edit',
    'disable',
    'enable',
    'rotate_secret',
    'remove',
  ]);
  expect(new Set(entries.map(({ via }) => via))).toEqual(new Set([`key:${admin.sid}`]));
});

test.each([
  ['http://hooks.example.com/', 'url'],
  ['https://10.1.2.3/', 'url'],
  ['https://user:word@hooks.example.com/', 'url'],
  ['nonsense', 'url'],
])('%s is no receiver', async (url, field) => {
  const refused = await admin.call('POST', '/admin/webhooks', { url });
  expect(refused).toMatchObject({ status: 400, json: { code: 'invalid_request', errors: [{ field }] } });
});

test('an unknown type of event is refused', async () => {
  const refused = await admin.call('POST', '/admin/webhooks', { url: receiver.url(), event_types: ['order.eaten'] });
  expect(refused.status).toBe(400);
});

test('deliveries are listed page by page, read with their attempts, replayed and recovered', async () => {
  const { id } = await create({ event_types: ['licence.issued'] });
  receiver.answers((response) => response.writeHead(500).end('broken'));
  for (let n = 0; n < 3; n++) await aResource();
  await relayAndSend();
  const at = `/admin/webhooks/${id}`;
  const first = await admin.call('GET', `${at}/deliveries?limit=2&state=waiting`);
  expect(first.json.data).toHaveLength(2);
  const second = await admin.call('GET', `${at}/deliveries?limit=2&state=waiting&cursor=${first.json.next_cursor}`);
  expect(second.json).toMatchObject({ data: [{ last_status: 500, attempts: 1 }], next_cursor: null });
  const [delivery] = second.json.data;
  const read = await admin.call('GET', `${at}/deliveries/${delivery.id}`);
  expect(read.json.attempt_log).toMatchObject([{ status: 500, failure: 'answered', response: 'broken' }]);
  receiver.answers((response) => response.writeHead(204).end());
  expect((await admin.call('POST', `${at}/deliveries/${delivery.id}/replay`)).status).toBe(202);
  await sendDue();
  expect((await admin.call('GET', `${at}/deliveries/${delivery.id}`)).json).toMatchObject({ state: 'delivered' });
  const recovered = await admin.call('POST', `${at}/recover`, { since: '2020-01-01T00:00:00Z' });
  // The other two, which wait for their next attempt.
  expect(recovered.json).toEqual({ recovered: 2, has_more: false });
  expect(await sendDue()).toMatchObject({ done: 2 });
  expect((await admin.call('GET', `${at}/deliveries?state=delivered`)).json.data).toHaveLength(3);
});

test('a customer’s key sees no webhooks, and events are listed with their schemas', async () => {
  const { call } = await aCaller('customer');
  expect((await call('GET', '/admin/webhooks')).status).toBe(403);
  const events = await admin.call('GET', '/admin/webhook-events');
  expect(events.json.data).toContainEqual(
    expect.objectContaining({ type: 'order.paid', schema: expect.objectContaining({ type: 'object' }) }),
  );
});
