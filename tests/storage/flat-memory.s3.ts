import { fork } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { MemoryReport, MemoryTask } from './memory-process';
import { aBucket, intoBucket, removeBucket, serverSettings } from './s3-server';

const MB = 1024 * 1024;
const SIZE = 2048 * MB;
const MOST_GROWTH_MB = 50;
/** Some forty seconds on a quiet machine of two cores. */
const LIMIT_MS = 300_000;
const root = path.resolve(import.meta.dirname, '../..');
const bundle = path.join(root, '.build/test', `memory-${process.pid}.mjs`);

beforeAll(async () => {
  await mkdir(path.dirname(bundle), { recursive: true });
  await build({
    entryPoints: [path.join(import.meta.dirname, 'memory-process.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
});

afterAll(() => rm(bundle, { force: true }));

/** A process of its own, as the store is started, so that nothing but the file is measured. */
function measure(task: MemoryTask): Promise<MemoryReport> {
  const child = fork(bundle, { execArgv: ['--max-semi-space-size=32'] });
  onTestFinished(() => void child.kill());
  return new Promise((resolve, reject) => {
    child.once('message', (report: MemoryReport) => resolve(report));
    child.once('exit', (code) => reject(new Error(`The measuring process ended with ${code}`)));
    child.send(task);
  });
}

function expectFlat({ storedMb, readMb }: MemoryReport): void {
  console.log(`S3: memory grew by ${storedMb} MB while 2 GB were stored, by ${readMb} MB while ten readers read`);
  expect(storedMb).toBeLessThanOrEqual(MOST_GROWTH_MB);
  expect(readMb).toBeLessThanOrEqual(MOST_GROWTH_MB);
}

// The same of the local folder, through the running store: tests/bench/upload-memory and download-memory.
test('memory stays flat while 2 GB are sent to a bucket and read through the store by ten at once', {
  timeout: LIMIT_MS,
}, async () => {
  const s3 = serverSettings(await aBucket());
  const report = await measure({ settings: intoBucket(s3), sizeBytes: SIZE, readBytes: 32 * MB });
  expect(report.readBytes).toBe(10 * 32 * MB);
  expectFlat(report);
  await removeBucket(s3.bucket);
});
