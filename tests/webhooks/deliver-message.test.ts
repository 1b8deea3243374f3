import { beforeEach, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { editEndpoint } from '@/lib/webhooks/edit-endpoint';
import { readDelivery } from '@/lib/webhooks/list-deliveries';
import { readEndpoint } from '@/lib/webhooks/list-endpoints';
import { recoverDeliveries } from '@/lib/webhooks/recover-deliveries';
import { removeEndpoint } from '@/lib/webhooks/remove-endpoint';
import { replayDelivery } from '@/lib/webhooks/replay-delivery';
import { sendTestEvent } from '@/lib/webhooks/send-test-event';
import { signedHeaders, wireIdOf } from '@/lib/webhooks/signing-secret';
import { switchEndpoint } from '@/lib/webhooks/switch-endpoint';
import { useDatabase } from '../support/database';
import { aResource } from '../support/factories';
import { anAdmin, anEndpoint, noWebhooks, relayAndSend, sendDue, theDelivery, useReceiver } from './support';

useDatabase();
beforeEach(noWebhooks);
const receiver = useReceiver();
const by = async () => ({ actor: await anAdmin() });
const inHours = (hours: number) => new Date(now().getTime() + hours * 3_600_000);

test('a message arrives signed, once, and its attempt is in the log', async () => {
  const { secret, id: endpointId } = await anEndpoint(receiver.url(), ['licence.issued']);
  await aResource();
  expect(await relayAndSend()).toMatchObject({ made: 1, done: 1 });
  const [got, ...more] = receiver.received;
  expect(more).toEqual([]);
  const delivery = await theDelivery();
  const at = new Date(Number(got?.headers['webhook-timestamp']) * 1000);
  const expected = signedHeaders({ id: wireIdOf(delivery.messageId), at, body: got?.body ?? '' }, [secret]);
  expect(got?.headers).toMatchObject(expected);
  expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, lastStatus: 204, lastFailure: null });
  expect(delivery.tries).toMatchObject([{ status: 204, failure: null }]);
  const read = await readDelivery({ id: delivery.id, endpointId });
  expect(read).toMatchObject({ type: 'licence.issued', body: got?.body, nextAt: null });
});

test('a failure is tried again later with the same id, and ends after ten attempts', async () => {
  const endpoint = await anEndpoint(receiver.url(), ['licence.issued']);
  receiver.answers((response) => response.writeHead(500).end('out of order'));
  await aResource();
  expect(await relayAndSend()).toMatchObject({ postponed: 1 });
  expect(await sendDue()).toMatchObject({ postponed: 0 });
  const { nextAt } = (await readDelivery({ id: (await theDelivery()).id })) ?? {};
  expect(nextAt?.getTime()).toBeGreaterThan(now().getTime());
  for (let hours = 7; (await theDelivery()).state === 'waiting' && hours < 200; hours += 7)
    await sendDue(inHours(hours));
  const delivery = await theDelivery();
  expect(delivery).toMatchObject({ state: 'failed', attempts: 10, lastStatus: 500, lastFailure: 'answered' });
  expect(delivery.tries).toHaveLength(10);
  expect(delivery.tries[0]).toMatchObject({ status: 500, detail: 'HTTP 500', response: 'out of order' });
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(await readEndpoint(endpoint.id)).toMatchObject({ failed: 1, disabledAt: null });
});

test('410 disables the endpoint, which is audited, and nothing more is sent', async () => {
  const { id } = await anEndpoint(receiver.url(), ['licence.issued']);
  receiver.answers((response) => response.writeHead(410).end());
  await aResource();
  expect(await relayAndSend()).toMatchObject({ dead: 1 });
  expect(await readEndpoint(id)).toMatchObject({ disabledReason: 'gone', failed: 1 });
  const entry = await db().auditEntry.findFirst({ where: { action: 'webhook_endpoint.disable', objectId: id } });
  expect(entry?.after).toMatchObject({ disabled: true, reason: 'gone' });
  await aResource();
  expect(await relayAndSend()).toMatchObject({ made: 1, done: 0 });
  expect(receiver.received).toHaveLength(1);
});

test('an endpoint that nothing has reached for five days is disabled', async () => {
  const { id } = await anEndpoint(receiver.url(), ['licence.issued']);
  receiver.answers((response) => response.writeHead(503).end());
  await aResource();
  await relayAndSend();
  await db().webhookEndpoint.update({ where: { id }, data: { failingSince: inHours(-5 * 24) } });
  await sendDue(inHours(1));
  expect(await readEndpoint(id)).toMatchObject({ disabledReason: 'failing' });
  expect(await theDelivery()).toMatchObject({ state: 'failed', attempts: 2 });
});

test('a success forgets that the endpoint failed', async () => {
  const { id } = await anEndpoint(receiver.url(), ['licence.issued']);
  receiver.answers((response) => response.writeHead(503).end());
  await aResource();
  await relayAndSend();
  expect((await readEndpoint(id))?.failingSince).not.toBeNull();
  receiver.answers((response) => response.writeHead(200).end());
  await sendDue(inHours(1));
  expect(await readEndpoint(id)).toMatchObject({ failingSince: null, failed: 0, waiting: 0 });
});

test('replaying one sends the same message again, and only to its own endpoint', async () => {
  const { id } = await anEndpoint(receiver.url(), ['licence.issued']);
  const other = await anEndpoint(receiver.url(), ['order.paid']);
  await aResource();
  await relayAndSend();
  const delivery = await theDelivery();
  expect(await replayDelivery({ id: delivery.id, endpointId: other.id }, await by())).toEqual({
    ok: false,
    reason: 'delivery_not_found',
  });
  expect(await replayDelivery({ id: delivery.id, endpointId: id }, await by())).toEqual({ ok: true });
  expect(await sendDue()).toMatchObject({ done: 1 });
  const [first, second] = receiver.received;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second?.body).toBe(first?.body);
  expect(await theDelivery()).toMatchObject({ state: 'delivered', attempts: 2, round: 2 });
});

test('recovering since an instant sends what failed and what was missed while disabled, and nothing that arrived', async () => {
  const { id } = await anEndpoint(receiver.url(), ['licence.issued']);
  await aResource();
  await relayAndSend();
  receiver.answers((response) => response.writeHead(410).end());
  await aResource();
  await relayAndSend();
  await aResource();
  await relayAndSend();
  const since = inHours(-1);
  expect(await recoverDeliveries(id, since, await by())).toEqual({ ok: false, reason: 'endpoint_disabled' });
  await switchEndpoint(id, true, await by());
  receiver.answers((response) => response.writeHead(204).end());
  receiver.received.length = 0;
  expect(await recoverDeliveries(id, since, await by())).toEqual({ ok: true, recovered: 2, hasMore: false });
  expect(await sendDue()).toMatchObject({ done: 2 });
  expect(receiver.received).toHaveLength(2);
  expect(await recoverDeliveries(id, since, await by())).toMatchObject({ recovered: 0 });
  expect(await db().webhookDelivery.count({ where: { state: 'delivered' } })).toBe(3);
});

test('a disabled endpoint gets nothing of what waits for it', async () => {
  const { id } = await anEndpoint(receiver.url(), ['licence.issued']);
  receiver.answers((response) => response.writeHead(500).end());
  await aResource();
  await relayAndSend();
  await switchEndpoint(id, false, await by());
  await sendDue(inHours(1));
  expect(receiver.received).toHaveLength(1);
  expect(await theDelivery()).toMatchObject({ state: 'failed', lastFailure: 'endpoint_disabled' });
});

test('a test event goes to its endpoint alone, whatever that asked for', async () => {
  const { id } = await anEndpoint(receiver.url(), ['order.paid']);
  await anEndpoint(receiver.url());
  expect(await sendTestEvent(id, await by())).toMatchObject({ ok: true });
  await relayAndSend();
  expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(['webhook.test']);
});

test('a changed address holds for what waits, and a removed endpoint takes its log along', async () => {
  const { id } = await anEndpoint('http://127.0.0.1:9/', ['licence.issued']);
  await aResource();
  expect(await relayAndSend()).toMatchObject({ postponed: 1 });
  expect((await theDelivery()).tries).toMatchObject([{ status: null, failure: 'unreachable' }]);
  await editEndpoint(id, { url: receiver.url() }, await by());
  await sendDue(inHours(1));
  expect(receiver.received).toHaveLength(1);
  await removeEndpoint(id, await by());
  expect(await db().webhookDelivery.count()).toBe(0);
  expect(await db().webhookAttempt.count()).toBe(0);
});
