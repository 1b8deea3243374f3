import { afterEach, expect, test, vi } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { readMasterKey } from '@/lib/licensing/read-master-key';
import { importDocument } from '@/lib/orders/import-document';
import { importStore } from '@/lib/orders/import-store';
import { AT } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem } from '../support/factories';

useDatabase();
afterEach(() => {
  vi.useRealTimers();
});

const bring = (document: unknown) => importStore(importDocument.parse(document), AT, bySystem);

const aPerson = (email: string, number: number, items: object[]) => ({
  email,
  orders: [{ number, placedAt: '2025-01-01', items }],
});
const people = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ email: `${name}-${i}@example.test` }));

test('a master key comes in with a customer who never ordered, and their first purchase goes on with it', async () => {
  const masterApiKey = 'master-key-of-somebody-without-orders';
  expect(await bring({ customers: [{ email: 'idle@example.test', masterApiKey }] })).toMatchObject({ ok: true });
  const { id } = await db().customer.findUniqueOrThrow({ where: { email: 'idle@example.test' } });
  expect((await readMasterKey(id))?.key).toBe(masterApiKey);
  expect((await aResource({ customerId: id })).masterKey).toBe(masterApiKey);
  expect(await db().licenseKey.count({ where: { customerId: id, kind: 'master' } })).toBe(1);
});

test('a master key of somebody else is refused for a customer without orders too', async () => {
  const { masterKey, key } = await aResource();
  const where = 'customer idle-thief@example.test';
  for (const [masterApiKey, reason] of [
    [masterKey, 'master_key_of_another_customer'],
    [key, 'key_taken'],
  ]) {
    const customers = [{ email: 'idle-thief@example.test', masterApiKey }];
    expect(await bring({ customers })).toEqual({ ok: false, rows: [{ where, reason }] });
  }
});

test('what no row of an order can say is refused by the name of the order', async () => {
  const { plan } = await aProduct({ plans: [{ unitAmount: 99_999_999, activationLimit: 100_000 }] });
  const free = await aProduct({ plans: [{ unitAmount: 0, activationLimit: 100_000 }] });
  const item = { planNumber: plan.number };
  const cases: [object[], string][] = [
    [[1, 2].map(() => ({ ...item, resourceNumber: 71_000 })), 'resource_number_taken'],
    [[{ ...item, quantity: 22 }], 'total_too_large'],
    [[1, 2].map(() => ({ ...item, quantity: 11 })), 'total_too_large'],
    [[{ planNumber: free.plan.number, quantity: 30_000 }], 'limit_too_large'],
    [
      [
        { ...item, productOrderApiKey: 'same-key' },
        { ...item, productOrderApiKey: 'same-key' },
      ],
      'key_taken',
    ],
  ];
  for (const [items, reason] of cases) {
    const customers = [aPerson('impossible@example.test', 71_001, items)];
    expect(await bring({ customers })).toEqual({ ok: false, rows: [{ where: 'order 71001', reason }] });
  }
  const twice = [1, 2].map((i) => aPerson(`twice-${i}@example.test`, 71_002, [item]));
  expect(await bring({ customers: twice })).toEqual({
    ok: false,
    rows: [{ where: 'order 71002', reason: 'order_number_taken' }],
  });
});

test('an order of two currencies is refused by its name, not taken in one of them, and nothing is kept', async () => {
  const { plan } = await aProduct();
  const other = await aProduct({ plans: [{ currency: 'eur' }] });
  const mixed = [plan, other.plan].map(({ number }) => ({ planNumber: number }));
  const customers = [
    aPerson('one-currency@example.test', 71_003, [{ planNumber: other.plan.number }]),
    aPerson('mixed-currency@example.test', 71_004, mixed),
  ];
  const rows = [{ where: 'order 71004', reason: 'mixed_currencies' }];
  expect(await bring({ customers })).toEqual({ ok: false, rows });
  expect(await db().order.count({ where: { number: { in: [71_003, 71_004] } } })).toBe(0);
  expect(await db().customer.count({ where: { email: { endsWith: '-currency@example.test' } } })).toBe(0);
});

test('a fault that nobody foresaw names its row in one sentence, and nothing of the document is kept', async () => {
  const { plan } = await aProduct();
  await pool().query('ALTER TABLE "order" ADD CONSTRAINT no_72002 CHECK (number <> 72002)');
  await pool().query(`ALTER TABLE customer ADD CONSTRAINT no_broken CHECK (email <> 'broken@example.test')`);
  const good = aPerson('good@example.test', 72_001, [{ planNumber: plan.number }]);
  const bad = aPerson('bad@example.test', 72_002, [{ planNumber: plan.number }]);
  expect(await bring({ customers: [good, bad] })).toEqual({
    ok: false,
    rows: [{ where: 'order 72002', fault: expect.stringMatching(/^.*no_72002.*$/) }],
  });
  expect(await bring({ customers: [good, { email: 'broken@example.test' }] })).toEqual({
    ok: false,
    rows: [{ where: 'customer broken@example.test', fault: expect.stringMatching(/^.*no_broken.*$/) }],
  });
  expect(await db().customer.findUnique({ where: { email: 'good@example.test' } })).toBeNull();
});

test('an import that takes hours is not cut off, and tells how far it is', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const told: string[] = [];
  const onProgress = (done: number, of: number) => {
    told.push(`${done} of ${of}`);
    vi.advanceTimersByTime(60 * 60_000);
  };
  const document = importDocument.parse({ customers: people('slow', 3) });
  expect(await importStore(document, AT, bySystem, onProgress)).toMatchObject({ ok: true, customers: 3 });
  expect(told).toEqual(['1 of 3', '2 of 3', '3 of 3']);
});

test('keys that old clients alter on the way are counted, each once and of every kind', async () => {
  const { plan } = await aProduct();
  const items = [
    { planNumber: plan.number, productOrderApiKey: 'tag-<b>-in-a-key', associatedApiKeys: ['percent-%41-code'] },
    { planNumber: plan.number, productOrderApiKey: 'an-honest-key-4711' },
  ];
  const person = { ...aPerson('altered@example.test', 74_001, items), masterApiKey: 'two  spaces in a master key' };
  expect(await bring({ customers: [person] })).toMatchObject({ ok: true, alteredKeys: 3 });
});
