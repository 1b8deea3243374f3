import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { db } from '@/lib/db/client';
import { env, setEnv } from '@/lib/env';
import { activate } from '@/lib/licensing/activate';
import { insertAssociatedKeys } from '@/lib/licensing/insert-associated-keys';
import { hasOrders } from '@/lib/reports/has-orders';
import { readDependencies } from '@/lib/reports/read-dependencies';
import { readExpiring } from '@/lib/reports/read-expiring';
import { readFieldVersions } from '@/lib/reports/read-field-versions';
import { readToday } from '@/lib/reports/read-today';
import { readTodos } from '@/lib/reports/read-todos';
import { saveLegalPages } from '@/lib/settings/save-legal-pages';
import { useDatabase } from '../support/database';
import { emptyTables } from '../support/empty-tables';
import { aCustomer, anOrder, aProduct, aResource } from '../support/factories';

const dataDir = mkdtempSync(path.join(tmpdir(), 'latchkey-reports-'));
useDatabase({ DATA_DIR: dataDir });
afterAll(() => rmSync(dataDir, { recursive: true }));

const at = new Date('2026-11-21T10:00:00Z');
beforeEach(async () => {
  await emptyTables('customer, "order", product, request_log_entry, outbox_entry, activation');
});

const inDays = (days: number) => new Date(at.getTime() + days * 86_400_000);

test('a new store has no orders, no versions, nothing due and nothing to do', async () => {
  expect(await hasOrders()).toBe(false);
  expect(await readFieldVersions()).toEqual([]);
  expect((await readExpiring(at)).every(({ licences }) => licences === 0)).toBe(true);
  expect(await readTodos(at)).toEqual([]);
});

test('today is compared with the same weekday up to the same time', async () => {
  const [customer, product] = [await aCustomer(), await aProduct()];
  const orderAt = (moment: string) =>
    anOrder({ customerId: customer.id, items: [{ plan: product.plan }], at: new Date(moment) });
  await orderAt('2026-11-21T00:00:00Z');
  await orderAt('2026-11-21T09:00:00Z');
  await orderAt('2026-11-14T09:59:00Z');
  await orderAt('2026-11-14T10:01:00Z');
  await orderAt('2026-11-20T09:00:00Z');
  const { today, lastWeek } = await readToday(at);
  expect(today).toMatchObject({ orders: 2, revenue: [{ currency: 'usd', net: 9800 }] });
  expect(lastWeek).toMatchObject({ orders: 1, revenue: [{ currency: 'usd', net: 4900 }] });
  expect(await hasOrders()).toBe(true);
});

test('installations are counted by product and version, most used first, the rest together', async () => {
  const product = await aProduct({ title: 'Many versions', plans: [{ activationLimit: null }] });
  const { key, planNumber } = await aResource({ product, activationLimit: null });
  const call = { key, product: { number: planNumber }, requested: String(planNumber), label: '', address: '' };
  const versions = ['1.0', '1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', ''];
  await activate(
    versions.map((version, i) => ({ ...call, version, instance: `i-${i}` })),
    { at, strict: false },
  );
  const [told] = await readFieldVersions();
  expect(told).toMatchObject({ productTitle: 'Many versions', total: 10, others: 2 });
  expect(told?.versions).toHaveLength(7);
  expect(told?.versions[0]).toEqual({ version: '1.0', count: 2, isWithdrawn: false });
});

test('only open licences that end within 30 days are due, on the UTC day they end', async () => {
  const ends = async (moment: Date, change: object = {}) => {
    const { resourceId } = await aResource();
    await db().apiResource.update({ where: { id: resourceId }, data: { expiresAt: moment, ...change } });
  };
  await ends(inDays(-1));
  await ends(inDays(2));
  await ends(inDays(2), { revokedAt: at });
  await ends(inDays(2), { suspendedAt: at });
  await ends(inDays(29));
  await ends(inDays(31));
  const due = (await readExpiring(at)).filter(({ licences }) => licences > 0);
  expect(due).toEqual([
    { day: '2026-11-23', licences: 1 },
    { day: '2026-12-20', licences: 1 },
  ]);
});

test('the to-do list names what waits, and leaves out what does not', async () => {
  const [admin, customer] = [await aCustomer({ role: 'admin' }), await aCustomer()];
  const product = await aProduct();
  const order = await anOrder({ customerId: customer.id, items: [{ plan: product.plan }] });
  await db().order.update({ where: { id: order.id }, data: { status: 'awaiting_payment', paidAt: null } });
  await insertAssociatedKeys(
    db(),
    [{ key: 'only-one-left', productId: product.id, isWeak: false, owner: null, stockPosition: 1 }],
    at,
  );
  const finding = { orderId: order.id, steps: [], digest: '', foundAt: at, seenAt: at };
  await db().reconcileFinding.create({ data: finding });
  await db().reconcileFinding.create({ data: { ...finding, state: 'applied', decidedAt: at } });
  const job = (kind: string, deadAt: Date | null) =>
    db().outboxEntry.create({
      data: { kind, payload: {}, dedupeKey: crypto.randomUUID(), createdAt: at, availableAt: at, deadAt },
    });
  await job('mail', at);
  await job('mail', null);
  await job('upload.finish', at);
  await job('webhook.0', at);
  await db().webhookEndpoint.createMany({
    data: (['gone', 'admin', null] as const).map((disabledReason) => ({
      url: 'https://hooks.example.com/',
      sealedSecret: new Uint8Array(),
      secretMadeAt: at,
      createdAt: at,
      disabledReason,
      disabledAt: disabledReason && at,
      failingSince: disabledReason === null ? at : null,
    })),
  });
  expect(await readTodos(at)).toEqual([
    { kind: 'jobs_dead', count: 1 },
    { kind: 'mails_failed', count: 1 },
    { kind: 'findings_open', count: 1 },
    { kind: 'webhooks_failing', count: 2 },
    { kind: 'orders_unpaid', count: 1 },
    { kind: 'stock_low', count: 1, productNumber: product.number },
    { kind: 'admins_open', count: 1 },
  ]);
  await db().secondFactor.create({
    data: { customerId: admin.id, kind: 'passkey', name: 'Key', createdAt: at, confirmedAt: at, ...aPasskey },
  });
  expect((await readTodos(at)).map(({ kind }) => kind)).not.toContain('admins_open');
});

test('a store on a public address is told while none of its legal pages is written', async () => {
  const before = env();
  onTestFinished(() => setEnv(before));
  setEnv({ ...before, isProduction: true });
  const about = async () => (await readTodos(at)).filter(({ kind }) => kind === 'legal_missing');
  expect(await about()).toEqual([{ kind: 'legal_missing', count: 1 }]);
  await saveLegalPages({ imprint: 'Acme, 1 Main Street' }, { kind: 'system' });
  onTestFinished(async () => void (await saveLegalPages({ imprint: '' }, { kind: 'system' })));
  expect(await about()).toEqual([]);
});

const aPasskey = { credentialId: 'credential', publicKey: new Uint8Array([1]) };

test('a store without a mail server works, and says that mail is off', async () => {
  const told = await readDependencies(at);
  expect(told.map(({ name, state }) => [name, state])).toEqual([
    ['database', 'good'],
    ['jobs', 'good'],
    ['storage', 'good'],
    ['mail', 'off'],
    ['payments', 'good'],
  ]);
});

test('news of a payment that nobody dealt with is a failing dependency', async () => {
  const event = { type: 'charge.refunded', livemode: false, payload: {} };
  await db().paymentEvent.create({ data: { ...event, id: 'evt_old', receivedAt: inDays(-1) } });
  await db().paymentEvent.create({ data: { ...event, id: 'evt_new', receivedAt: at } });
  const payments = (await readDependencies(at)).find(({ name }) => name === 'payments');
  expect(payments).toMatchObject({ state: 'bad', count: 1 });
});
