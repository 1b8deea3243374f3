import { beforeEach, expect, test } from 'vitest';
import { recordAudit } from '@/lib/audit/record-audit';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { changeLicences } from '@/lib/licensing/change-licences';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { noteCall } from '@/lib/request-log/note-call';
import { EVENT_KINDS } from '@/lib/webhooks/event-types';
import { relayMessages } from '@/lib/webhooks/relay-messages';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem } from '../support/factories';
import { anAdmin, anEndpoint, noWebhooks, relayAll } from './support';

useDatabase();
beforeEach(noWebhooks);

const URL = 'http://127.0.0.1:9/hook';

const messages = async () => {
  const rows = await db().webhookMessage.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return rows.map(({ type, body }) => ({ type, ...JSON.parse(body) }));
};

test('nothing is written while nobody listens', async () => {
  await aResource();
  expect(await relayMessages()).toBe(0);
  expect(await db().webhookMessage.count()).toBe(0);
});

test('an issued licence is told once, as the catalogue says, to whoever asked for it', async () => {
  const endpoint = await anEndpoint(URL, ['licence.issued']);
  await anEndpoint(URL, ['order.paid']);
  const { resourceNumber, productNumber, customerId } = await aResource({ activationLimit: 3 });
  expect(await relayAll()).toBe(1);
  expect(await relayAll()).toBe(0);
  const [message] = await messages();
  expect(message).toMatchObject({
    type: 'licence.issued',
    data: {
      licence: {
        number: resourceNumber,
        state: 'live',
        activation_limit: 3,
        product: { number: productNumber },
        customer: { id: customerId },
      },
    },
  });
  const kind = EVENT_KINDS.find(({ type }) => type === 'licence.issued');
  expect(kind?.data.parse(message?.data)).toEqual(message?.data);
  expect(await db().webhookDelivery.findMany({ select: { endpointId: true } })).toEqual([{ endpointId: endpoint.id }]);
});

test('what happened before an endpoint was added is not told to it', async () => {
  await aResource();
  await anEndpoint(URL);
  expect(await relayAll()).toBe(0);
});

test('a transaction that is still open is told when it has ended, and a failed one never', async () => {
  await anEndpoint(URL, ['order.paid']);
  const { orderId } = await aResource();
  const fact = { actor: bySystem, action: 'order.fulfill', objectKind: 'order', objectId: orderId } as const;
  await inTransaction(async (tx) => {
    await recordAudit(tx, fact);
    await inTransaction((other) => recordAudit(other, fact));
    expect(await relayMessages()).toBe(0);
  });
  await expect(
    inTransaction(async (tx) => {
      await recordAudit(tx, fact);
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
  expect(await relayAll()).toBe(2);
  expect(await db().webhookMessage.count()).toBe(2);
});

test('two processes that relay at once make one message of each entry', async () => {
  await anEndpoint(URL, ['licence.issued']);
  for (let n = 0; n < 3; n++) await aResource();
  const made = await Promise.all([relayAll(), relayAll(), relayAll()]);
  expect(made.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(await db().webhookDelivery.count()).toBe(3);
});

test('suspending and resuming licences is told with the state they have then', async () => {
  await anEndpoint(URL, ['licence.suspended', 'licence.resumed']);
  const { resourceId } = await aResource();
  const actor = await anAdmin();
  await changeLicences({ ids: [resourceId], change: { kind: 'suspend' }, actor });
  await relayAll();
  await changeLicences({ ids: [resourceId], change: { kind: 'resume' }, actor });
  await relayAll();
  expect((await messages()).map(({ type, data }) => [type, data.licence.state])).toEqual([
    ['licence.suspended', 'suspended'],
    ['licence.resumed', 'live'],
  ]);
});

test('a licence that ends is told once, at its end, or at the end of its grace', async () => {
  const start = now();
  const later = (days: number) => new Date(start.getTime() + days * 86_400_000);
  await anEndpoint(URL, ['licence.expired']);
  const { resourceNumber } = await aResource({ termDays: 10 });
  const { resourceId: graced } = await aResource({ termDays: 10 });
  await db().apiResource.update({ where: { id: graced }, data: { graceUntil: later(15) } });
  await relayAll(later(9));
  expect(await messages()).toEqual([]);
  await relayAll(later(11));
  await relayAll(later(12));
  expect((await messages()).map(({ data }) => data.licence.number)).toEqual([resourceNumber]);
  await relayAll(later(16));
  expect(await db().webhookMessage.count()).toBe(2);
});

test('a program that knocks again and again at a full licence is told of once a day', async () => {
  await anEndpoint(URL, ['activation.limit_reached']);
  const { id: customerId } = await aCustomer();
  const knock = async (instance: string) => {
    noteCall({
      at: now(),
      protocol: 'v1',
      action: 'activate',
      outcome: 'limit_reached',
      keyHint: 'lko_ab…wxyz',
      customerId,
      apiResourceId: undefined,
      product: '1001',
      instance,
      version: '',
      address: '192.0.2.1',
      userAgent: '',
      durationUs: 1,
    });
    await flushCalls();
    await relayAll();
  };
  await knock('first');
  await knock('second');
  expect(await messages()).toMatchObject([
    { data: { product: '1001', instance: 'first', key_hint: 'lko_ab…wxyz', customer: { id: customerId } } },
  ]);
});
