import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIfStale } from '@/lib/cli/hash-sources.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'sources-'));
  mkdirSync(path.join(root, 'lib'));
  writeFileSync(path.join(root, 'lib/a.ts'), 'one');
});

afterEach(() => rmSync(root, { recursive: true }));

test('a build is made once for the same sources and again when one changed', async () => {
  expect(await build()).toBe(true);
  utimesSync(path.join(root, 'lib/a.ts'), 1, 1);
  expect(await build()).toBe(false);
  writeFileSync(path.join(root, 'lib/a.ts'), 'two');
  expect(await build()).toBe(true);
});

test('a result that was deleted is built again', async () => {
  await build();
  rmSync(path.join(root, 'result'));
  expect(await build()).toBe(true);
});

test('a build that failed is tried again', async () => {
  await expect(
    build(() => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await build()).toBe(true);
});

function build(work = () => writeFileSync(path.join(root, 'result'), '')): Promise<boolean> {
  return buildIfStale({ root, stamp: 'x.hash', sources: ['lib'], result: 'result', build: async () => work() });
}
