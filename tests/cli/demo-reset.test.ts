import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main, resetDemoStore } from '@/lib/cli/demo-reset';
import { StartRefused } from '@/lib/errors';
import { lockDataFolder } from '@/lib/server/data-folder-lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'latchkey-reset-'));
  mkdirSync(path.join(folder, 'postgres/cluster'), { recursive: true });
  for (const name of ['demo.json', 'keyring.json', 'notes.txt']) writeFileSync(path.join(folder, name), '{}');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('a stopped demo store is deleted, and nothing else in its folder', () => {
  resetDemoStore(folder);
  expect(readdirSync(folder)).toEqual(['notes.txt']);
});

test('a running store is left alone', () => {
  const unlock = lockDataFolder(folder);
  expect(() => resetDemoStore(folder)).toThrow(StartRefused);
  unlock();
  expect(existsSync(path.join(folder, 'demo.json'))).toBe(true);
});

test('a folder without a demo store is left alone', () => {
  rmSync(path.join(folder, 'demo.json'));
  expect(() => resetDemoStore(folder)).toThrow('There is no demo store');
  expect(existsSync(path.join(folder, 'keyring.json'))).toBe(true);
});

test.each([
  [{ DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/c' }, ['--yes']],
  [{ STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' }, ['--yes']],
  [{}, []],
])('without a private demo store and a clear yes nothing is deleted (%j, %j)', async (variables, args) => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await main(args, { DATA_DIR: folder, ...variables })).toBe(1);
  expect(existsSync(path.join(folder, 'demo.json'))).toBe(true);
});
