import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useFiles } from './contract';

const MIB = 1024 * 1024;
const root = path.resolve(import.meta.dirname, '../..');
const bundle = path.join(root, '.build/test', `put-${process.pid}.mjs`);
const aFile = useFiles();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-full-'));
  await mkdir(path.dirname(bundle), { recursive: true });
  await build({
    entryPoints: [path.join(import.meta.dirname, 'put-process.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
});
afterAll(() => Promise.all([rm(folder, { recursive: true }), rm(bundle, { force: true })]));

/** In a process that the kernel lets write files of at most `blocks` × 512 bytes: the write fails as on a full disk. */
async function putWithin(blocks: number, file: { path: string; sizeBytes: number; sha256: string }) {
  const script = `ulimit -f ${blocks}; exec "$0" "$@"`;
  const args = [bundle, folder, file.path, String(file.sizeBytes), file.sha256];
  const { stdout } = await promisify(execFile)('sh', ['-c', script, process.execPath, ...args]);
  return JSON.parse(stdout);
}

test('a disk that is full in the middle is said so, and nothing is left of the file', async () => {
  const file = await aFile(randomBytes(8 * MIB));
  const { result, left } = await putWithin((4 * MIB) / 512, file);
  expect(result).toMatchObject({ ok: false, reason: 'disk_full', detail: expect.stringContaining('EFBIG') });
  expect(left).toEqual([]);
});

test('with room enough the same file is kept', async () => {
  const file = await aFile(randomBytes(8 * MIB));
  const { result, left } = await putWithin((9 * MIB) / 512, file);
  expect(result).toMatchObject({ ok: true });
  expect(left).toEqual([file.sha256]);
});
