import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pool } from '@/lib/db/client';
import { type Env, env } from '@/lib/env';
import { newKeyring } from '@/lib/secrets/keyring';
import { checkKeyring, openKeyring } from '@/lib/server/open-keyring';
import { useDatabase } from '../support/database';

useDatabase();

let dataDir: string;
const store = (change: Partial<Env> = {}): Env => ({ ...env(), dataDir, ...change });
const file = () => path.join(dataDir, 'keyring.json');

beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'keyring-'));
});

afterEach(async () => {
  await pool().query('DELETE FROM store_state');
  rmSync(dataDir, { recursive: true });
});

test('a first start outside production writes a keyring for the store’s own user only, and keeps it', async () => {
  const first = await openKeyring(store());
  expect(first.written).toBe(file());
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(await openKeyring(store())).toEqual({ keyring: first.keyring, written: undefined });
});

test('a production store never makes a keyring', async () => {
  await expect(openKeyring(store({ isProduction: true }))).rejects.toThrow(/There is no keyring at/);
  expect(existsSync(file())).toBe(false);
});

test('a keyring file that is named but not there is refused', async () => {
  await expect(openKeyring(store({ keyringFile: '/nowhere/keyring.json' }))).rejects.toThrow('/nowhere/keyring.json');
});

test('a check before anything is opened refuses what cannot be had, and makes nothing', () => {
  checkKeyring(store());
  expect(() => checkKeyring(store({ isProduction: true }))).toThrow(/There is no keyring at/);
  expect(() => checkKeyring(store({ keyringFile: '/nowhere/keyring.json' }))).toThrow('/nowhere/keyring.json');
  expect(() => checkKeyring(store({ keyringFile: dataDir }))).toThrow(
    `The keyring file ${dataDir} cannot be read (EISDIR).`,
  );
  expect(() => checkKeyring(store({ keyringText: 'your keyring here' }))).toThrow(
    'The keyring of KEYRING is not JSON.',
  );
  expect(existsSync(file())).toBe(false);
});

test('a lost keyring is not replaced by a new one', async () => {
  await openKeyring(store());
  rmSync(file());
  await expect(openKeyring(store())).rejects.toThrow(/is missing, but this database was sealed with one/);
  expect(existsSync(file())).toBe(false);
});

test('another store’s keyring is refused', async () => {
  await openKeyring(store());
  const keyringText = JSON.stringify(newKeyring());
  await expect(openKeyring(store({ keyringText }))).rejects.toThrow(/does not belong to this database/);
});

test('a keyring that grew by a key opens the database', async () => {
  const { keyring } = await openKeyring(store());
  const fresh = newKeyring().wrapping[0];
  if (!fresh) throw new Error('A new keyring has a wrapping key');
  const keyringText = JSON.stringify({ ...keyring, wrapping: [...keyring.wrapping, { ...fresh, id: 'k2' }] });
  await expect(openKeyring(store({ keyringText }))).resolves.toMatchObject({ written: undefined });
});

test('a placeholder is refused', async () => {
  writeFileSync(file(), JSON.stringify({ ...newKeyring(), root: '0'.repeat(64) }));
  await expect(openKeyring(store())).rejects.toThrow(/still holds a placeholder key/);
});

test('the database learns no key from the keyring', async () => {
  const { keyring } = await openKeyring(store());
  const { rows } = await pool().query('SELECT value::text FROM store_state');
  const remembered = JSON.stringify(rows);
  for (const key of [keyring.root, ...keyring.wrapping.map((entry) => entry.key)])
    expect(remembered).not.toContain(key);
  expect(readFileSync(file(), 'utf8')).toContain(keyring.root);
});
