import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '@/lib/customers/sign-in';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { listKeyStock } from '@/lib/licensing/list-key-stock';
import { DEFAULT_SETTINGS } from '@/lib/settings/setting-fields';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { listEndpoints } from '@/lib/webhooks/list-endpoints';
import { relayMessages } from '@/lib/webhooks/relay-messages';
import { type DemoFacts, isStoreEmpty, seedDemo } from '@/prisma/seed';
import { useDatabase } from '../support/database';
import { first } from '../support/factories';
import { manageCall } from '../support/manage-calls';

const dataDir = mkdtempSync(path.join(tmpdir(), 'latchkey-seed-'));
useDatabase({ DATA_DIR: dataDir });
afterAll(() => rmSync(dataDir, { recursive: true }));

const at = new Date('2026-11-21T10:00:00Z');
let facts: DemoFacts;
beforeAll(async () => {
  expect(await isStoreEmpty()).toBe(true);
  facts = await seedDemo({ at });
});

test('owner and buyer sign in with the passwords that are told once', async () => {
  for (const { email, password } of [facts.admin, facts.buyer]) {
    expect(await signIn({ email, password, address: '127.0.0.1' })).toMatchObject({ ok: true });
  }
  expect(facts.admin.password).not.toBe(facts.buyer.password);
  expect(await isStoreEmpty()).toBe(false);
});

test('the buyer’s two keys activate the plan of the first order, which has five places', async () => {
  const call = { product: { number: facts.productId }, requested: '102', label: '', version: '', address: '' };
  const [byOrderKey, byMasterKey] = await activate(
    [
      { ...call, key: facts.productOrderApiKey, instance: 'one' },
      { ...call, key: facts.masterApiKey, instance: 'two' },
    ],
    { at, strict: false },
  );
  expect(byOrderKey).toMatchObject({ ok: true });
  expect(byMasterKey).toMatchObject({ ok: true, allowance: { limit: 5, used: 2 } });
});

test('the admin’s key opens the management API, and every account has its default key', async () => {
  const { status, json } = await manageCall(facts.adminApiKey, 'GET', '/whoami');
  expect(status).toBe(200);
  expect(json).toMatchObject({ owner: { email: facts.admin.email } });
  const without = { accessKeys: { none: { isDefault: true } } };
  expect(await db().customer.count({ where: without })).toBe(0);
});

test('three products are for sale, one of them in three versions and a beta with a plan for each kind of limit', async () => {
  const products = await db().product.findMany({
    include: { plans: true, releases: true },
    orderBy: { number: 'asc' },
  });
  expect(products.map(({ title, plans, releases }) => [title, plans.length, releases.length])).toEqual([
    ['Acme Backup Pro', 3, 4],
    ['Acme CLI', 3, 1],
    ['Acme Cloud Pass', 1, 0],
  ]);
  const [backup, , pass] = products;
  expect(backup?.releases.filter(({ channel }) => channel === 'beta').length).toBe(1);
  expect(products.map(({ deliversFiles }) => deliversFiles)).toEqual([true, true, false]);
  expect(backup?.plans.map(({ activationLimit, termDays }) => [activationLimit, termDays])).toEqual([
    [5, 365],
    [null, 365],
    [10, null],
  ]);
  expect(pass?.plans[0]?.number).toBe(pass?.number);
});

test('one plan is a subscription with a trial, and stands behind what is bought once', async () => {
  const plans = await db().plan.findMany({ where: { product: { slug: 'acme-cli' } }, orderBy: { position: 'asc' } });
  expect(
    plans.map(({ number, billingInterval, trialDays, termDays }) => [number, billingInterval, trialDays, termDays]),
  ).toEqual([
    [106, null, null, 365],
    [107, null, null, 365],
    [109, 'month', 14, null],
  ]);
});

test('whoever renews by hand pays a fifth less, and the audit says who decided it', async () => {
  expect(await readStoreSettings()).toEqual({ ...DEFAULT_SETTINGS, renewalDiscountPercent: 20 });
  const saved = await db().auditEntry.findMany({ where: { action: 'settings.save' } });
  expect(saved).toMatchObject([
    { actorKind: 'system', before: { renewalDiscountPercent: 0 }, after: { renewalDiscountPercent: 20 } },
  ]);
});

test('every zip lies in the data folder, is what its SHA-256 says, and is preset to this store', async () => {
  const artifacts = await db().artifact.findMany({ orderBy: { fileName: 'asc' } });
  expect(artifacts.map(({ fileName }) => fileName)).toEqual([
    'acme-backup-pro-2.0.0.zip',
    'acme-backup-pro-2.0.1.zip',
    'acme-backup-pro-2.1.0.zip',
    'acme-backup-pro-2.2.0-beta.1.zip',
    'acme-cli-1.4.0.zip',
  ]);
  for (const { location, sha256, sizeBytes } of artifacts) {
    const bytes = await readFile(path.join(dataDir, 'artifacts', location));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(BigInt(bytes.length)).toBe(sizeBytes);
    expect(bytes.includes('"url": "http://localhost:8080"')).toBe(true);
  }
});

test('the first order is paid, and its mail waits where no mail server is set', async () => {
  const order = await db().order.findUniqueOrThrow({
    where: { number: facts.orderNumber },
    include: { payments: true },
  });
  expect(order).toMatchObject({ status: 'paid', totalAmount: 4900 });
  expect(first(order.payments)).toMatchObject({ status: 'succeeded', amount: 4900 });
  const mails = await db().outboxEntry.findMany({ where: { kind: 'mail' } });
  expect(mails.map(({ payload }) => payload)).toEqual([
    { template: 'order', to: 'buyer@example.test', facts: { orderId: order.id } },
  ]);
});

test('what is sold next gets a number of its own', async () => {
  const [row] = await db().$queryRaw<{ next: bigint }[]>`SELECT nextval('catalog_number_seq') AS next`;
  expect(Number(row?.next)).toBeGreaterThan(109);
});

test('one product has twelve associated keys in stock, and each of its past buyers has got one', async () => {
  const stocked = (await listKeyStock()).filter(({ inStock }) => inStock > 0);
  const bought = await db().apiResource.count({ where: { product: { slug: 'acme-cloud-pass' } } });
  expect(bought).toBeGreaterThan(0);
  expect(stocked).toMatchObject([{ productTitle: 'Acme Cloud Pass', inStock: 12, handedOut: bought, waiting: 0 }]);
});

test('an endpoint took the orders of the last days, and three wait for it to come back', async () => {
  const [endpoint, ...others] = await listEndpoints();
  expect(others).toEqual([]);
  expect(endpoint).toMatchObject({ disabledAt: null, waiting: 3, failed: 0, failingSince: expect.any(Date) });
  expect(await db().webhookDelivery.count({ where: { state: 'delivered' } })).toBeGreaterThan(0);
  expect(await relayMessages(at)).toBe(0);
});
