import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { main } from '@/lib/cli/rotate-secrets';
import { db } from '@/lib/db/client';
import { forgetDataKeys } from '@/lib/db/data-keys';
import { env } from '@/lib/env';
import { findByKey } from '@/lib/licensing/find-by-key';
import { type Keyring, keyring, parseKeyring, setKeyring } from '@/lib/secrets/keyring';
import { bringUnderKeyring } from '@/lib/server/bring-under-keyring';
import { openKeyring } from '@/lib/server/open-keyring';
import { anAccessKey } from '../support/access-keys';
import { useDatabase } from '../support/database';
import { aResource } from '../support/factories';

useDatabase();
let folder = '';
let told: MockInstance;
let complained: MockInstance;
const file = () => path.join(folder, 'keyring.json');

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-rotate-'));
  await writeFile(file(), JSON.stringify(keyring()), { mode: 0o600 });
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

const run = (args: string[] = [], more: Record<string, string> = {}) =>
  main(args, { DATABASE_URL: env().databaseUrl, DATA_DIR: folder, ...more });
const said = (spy: MockInstance) => spy.mock.calls.map(([line]) => String(line)).join('\n');

/** What the store does when it starts with the keyring that lies there. */
async function restart(): Promise<void> {
  const opened = await openKeyring({ ...env(), dataDir: folder });
  setKeyring(opened.keyring);
  forgetDataKeys();
  await bringUnderKeyring(() => {});
}

async function ringIn(name: string): Promise<Keyring> {
  const parsed = parseKeyring(await readFile(path.join(folder, name), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.keyring;
}

test('a keyring is replaced in two steps, each refused until the one before is done, and nothing is lost', async () => {
  await restart();
  const first = keyring();
  const [bought, developer] = [await aResource(), await anAccessKey()];
  expect(await run(['--finish'])).toBe(1);
  expect(said(complained)).toBe('The keyring has no old parts. Begin with: npm run rotate-secrets');

  expect(await run()).toBe(0);
  expect(await ringIn('keyring.before-2.json')).toEqual(first);
  const both = await ringIn('keyring.json');
  expect(both.peppers.map(({ version }) => version)).toEqual([1, 2]);
  for (const name of ['keyring.json', 'keyring.before-2.json']) {
    expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600);
  }
  expect(said(told)).not.toMatch(/[0-9a-f]{64}/);

  complained.mockClear();
  expect(await run()).toBe(1);
  expect(said(complained)).toContain('The keyring has new parts already. Restart the store');
  complained.mockClear();
  expect(await run(['--finish'])).toBe(1);
  expect(said(complained)).toContain('has not been started with the new keyring yet');

  await restart();
  complained.mockClear();
  expect(await run(['--finish'])).toBe(1);
  expect(said(complained)).toContain(`Key of a test (${developer.key.prefix}…), last used never`);
  expect(await ringIn('keyring.json')).toEqual(both);

  expect(await run(['--finish', '--revoke-unused'])).toBe(0);
  expect(said(told)).toContain('Developer keys revoked: 1.');
  expect(await ringIn('keyring.json')).toEqual({ ...both, wrapping: [both.wrapping[1]], peppers: [both.peppers[1]] });
  await restart();
  expect(await findByKey(bought.key)).toMatchObject({ kind: 'licence' });
  const actions = await db().auditEntry.findMany({ where: { objectKind: 'keyring' }, orderBy: { id: 'asc' } });
  expect(actions.map(({ action, after }) => ({ action, after }))).toEqual([
    { action: 'keyring.rotate', after: { wrapping: ['k1', 'k2'], peppers: [1, 2] } },
    { action: 'keyring.finish', after: { wrapping: ['k2'], peppers: [2] } },
  ]);
  await writeFile(file(), JSON.stringify(first));
  await expect(restart()).rejects.toThrow('The keyring does not belong to this database');
});

test('a keyring that came as a variable is handed over in a file, and the variable is named', async () => {
  const before = await readdir(folder);
  expect(await run([], { KEYRING: JSON.stringify(keyring()) })).toBe(0);
  const fresh = (await readdir(folder)).filter((name) => !before.includes(name));
  expect(fresh).toEqual(['keyring.next.json']);
  expect((await ringIn('keyring.next.json')).peppers).toHaveLength(2);
  expect(said(told)).toContain('Put its content into KEYRING, then remove the file.');
});

test.each([['--force'], ['--revoke-unused']])('%s alone is answered with the usage', async (flag) => {
  expect(await run([flag])).toBe(1);
  expect(said(complained)).toMatch(/^Usage: npm run rotate-secrets/);
});
