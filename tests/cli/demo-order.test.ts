import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { main } from '@/lib/cli/demo-order';
import { closeDb } from '@/lib/db/client';
import { env, setEnv } from '@/lib/env';
import { keyring } from '@/lib/secrets/keyring';
import { findFreePort } from '@/lib/server/private-postgres/find-free-port';
import { useDatabase } from '../support/database';
import { aProduct } from '../support/factories';

useDatabase();

const noStore = { DATA_DIR: '/nonexistent/latchkey' };
let said: MockInstance;

beforeEach(() => {
  said = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => said.mockRestore());

test.each(['100000', '100', '0', '00', '1e3', '-1', '1.5', 'two', ''])(
  'a quantity of %j is refused with what can be ordered at once, before anything is bought',
  async (quantity) => {
    expect(await main([`--quantity=${quantity}`], noStore)).toBe(1);
    expect(said.mock.calls).toEqual([['--quantity takes a whole number from 1 to 99.']]);
  },
);

test.each(['1e2', '0', '0x6d', '-1', ''])('%j is no product number, and the usage says so', async (product) => {
  expect(await main([`--product=${product}`], noStore)).toBe(1);
  expect(said.mock.calls).toEqual([[expect.stringContaining('Usage: npm run demo:order')]]);
});

test('a quantity that can be ordered goes on to the store', async () => {
  expect(await main(['--quantity', '99', '--product', '109'], noStore)).toBe(1);
  expect(said.mock.calls).toEqual([[expect.stringContaining('There is no store in /nonexistent/latchkey.')]]);
});

test('a store that does not answer is told in one sentence', async () => {
  const product = await aProduct();
  const before = env();
  const port = String(await findFreePort(undefined));
  const environment = { DATABASE_URL: before.databaseUrl, KEYRING: JSON.stringify(keyring()), PORT: port };
  try {
    expect(await main(['--product', String(product.plan.number)], environment)).toBe(1);
  } finally {
    await closeDb();
    setEnv(before);
  }
  expect(said.mock.calls).toEqual([[`The store does not answer at http://localhost:${port}. Is it running?`]]);
});
