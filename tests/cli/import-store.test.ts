import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { main } from '@/lib/cli/import-store';
import { db, pool } from '@/lib/db/client';
import { env } from '@/lib/env';
import { keyring } from '@/lib/secrets/keyring';
import { useDatabase } from '../support/database';
import { aProduct } from '../support/factories';

useDatabase();
let folder = '';
let told: MockInstance;
let complained: MockInstance;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-import-'));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  told = vi.spyOn(console, 'log').mockImplementation(() => {});
  told.mockClear();
  complained = vi.spyOn(console, 'error').mockImplementation(() => {});
  complained.mockClear();
});

async function run(text: string): Promise<number> {
  const file = path.join(folder, 'store.json');
  await writeFile(file, text);
  const store = { DATABASE_URL: env().databaseUrl, DATA_DIR: folder, KEYRING: JSON.stringify(keyring()) };
  return main([file], store);
}
const said = (spy: MockInstance) => spy.mock.calls.map(([line]) => String(line));

test('a file that begins with a byte order mark is read', async () => {
  expect(await run(`\uFEFF${JSON.stringify({ customers: [{ email: 'bom@example.test' }] })}`)).toBe(0);
  expect(said(told)).toEqual(['Imported 0 products, 1 customers, 0 orders and 0 associated keys.']);
  expect(await db().customer.count({ where: { email: 'bom@example.test' } })).toBe(1);
});

test('a long import says how far it is, twenty times at most', async () => {
  const customers = Array.from({ length: 41 }, (_, i) => ({ email: `far-${i}@example.test` }));
  expect(await run(JSON.stringify({ customers }))).toBe(0);
  const lines = said(told);
  expect(lines).toHaveLength(21);
  expect(lines.slice(-2)).toEqual([
    '41 of 41 customers …',
    'Imported 0 products, 41 customers, 0 orders and 0 associated keys.',
  ]);
});

test('what cannot be read and what cannot be written both end with: nothing was imported', async () => {
  for (const text of ['{', '{"customers": [{"email": "nul@example.test", "name": "nul\\u0000"}]}']) {
    expect(await run(text)).toBe(1);
    expect(said(complained).at(-1)).toBe('Nothing was imported.');
  }
  await pool().query(`ALTER TABLE customer ADD CONSTRAINT no_broken CHECK (email <> 'broken@example.test')`);
  complained.mockClear();
  expect(await run(JSON.stringify({ customers: [{ email: 'broken@example.test' }] }))).toBe(1);
  expect(said(complained)).toEqual([
    expect.stringMatching(/^customer broken@example\.test was refused \(.*no_broken.*\)\.$/),
    'Nothing was imported.',
  ]);
});

test('an order of two currencies is named with what to do about it', async () => {
  const plans = [(await aProduct()).plan, (await aProduct({ plans: [{ currency: 'eur' }] })).plan];
  const items = plans.map(({ number }) => ({ planNumber: number }));
  const customers = [{ email: 'mixed@example.test', orders: [{ number: 81_001, placedAt: '2026-01-01', items }] }];
  expect(await run(JSON.stringify({ customers }))).toBe(1);
  expect(said(complained)).toEqual([
    'order 81001 was refused (mixed_currencies). Its plans have different currencies: make an order for each currency.',
    'Nothing was imported.',
  ]);
});

test('every refused row says what to do about it', async () => {
  const items = [{ planNumber: 1_999_999_999 }];
  const orders = [{ number: 81_002, placedAt: '2026-01-01', items }];
  expect(await run(JSON.stringify({ customers: [{ email: 'gone@example.test', orders }] }))).toBe(1);
  expect(said(complained)[0]).toBe(
    'order 81002 was refused (plan_not_found). One of its plans is neither in the store nor in the file: import its product first, or with it.',
  );
});

test('keys that can be guessed and keys that old clients alter are each counted on a line', async () => {
  const { plan } = await aProduct();
  const item = { planNumber: plan.number, productOrderApiKey: 'tag-<b>-of-a-key', associatedApiKeys: ['0', '1234'] };
  const customers = [
    { email: 'odd@example.test', orders: [{ number: 81_000, placedAt: '2026-01-01', items: [item] }] },
  ];
  expect(await run(JSON.stringify({ customers }))).toBe(0);
  expect(said(told)).toEqual([
    'Imported 0 products, 1 customers, 1 orders and 2 associated keys.',
    'Associated keys that can be guessed (fewer than 64 random bits): 2.',
    'Keys that installed software may send differently (tags, percent codes and double spaces are dropped): 2.',
  ]);
});
