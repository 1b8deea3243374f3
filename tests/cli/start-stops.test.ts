import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { clusterPaths } from '@/lib/server/private-postgres/cluster-files';
import { bundleStart, type StartBundle, type StartProcess } from '../support/start-process';

// The real process with its own PostgreSQL. The build of the pages is where it fails, or waits for the signal.
let failing: StartBundle;
let waiting: StartBundle;
let dataDir: string;

beforeAll(async () => {
  failing = await bundleStart('stops-failing', `throw new Error('the build broke')`);
  waiting = await bundleStart(
    'stops-waiting',
    `console.log('waiting'); await new Promise(() => setInterval(() => {}, 1000))`,
  );
});

beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'stops-'));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

afterAll(() => {
  failing.remove();
  waiting.remove();
});

test('a start that fails half-way closes what it had opened', async () => {
  const { code, output } = await (await failing.start({ DATA_DIR: dataDir })).ended;
  expect(output).toContain('the build broke');
  expect(code).not.toBe(0);
  expectNothingLeftRunning();
});

test('Ctrl-C ends everything in order with exit code 0, also when npm passes the signal on a second time', async () => {
  const store = await waiting.start({ DATA_DIR: dataDir });
  await said(store, 'waiting');
  store.child.kill('SIGINT');
  store.child.kill('SIGINT');
  const { code, output } = await store.ended;
  expect(output).toContain('Stopped.');
  expect(code).toBe(0);
  expectNothingLeftRunning();
});

test('Ctrl-C during the start of PostgreSQL leaves none behind', async () => {
  const store = await waiting.start({ DATA_DIR: dataDir });
  await said(store, 'Environment');
  while (!existsSync(pidFile())) await new Promise((resolve) => setTimeout(resolve, 5));
  store.child.kill('SIGINT');
  expect((await store.ended).code).toBe(0);
  await expect.poll(() => existsSync(pidFile()), { timeout: 10_000 }).toBe(false);
});

test('Ctrl-C while the database is made ends the making before the store says that it stopped', async () => {
  const store = await waiting.start({ DATA_DIR: dataDir });
  const { home } = clusterPaths(dataDir);
  while (!existsSync(path.join(home, 'making', 'PG_VERSION'))) await new Promise((resolve) => setTimeout(resolve, 2));
  store.child.kill('SIGINT');
  const { code, output } = await store.ended;
  expect(output).toMatch(/Stopped\.\s*$/);
  expect(code).toBe(0);
  expect(existsSync(path.join(home, 'making'))).toBe(false);
  expectNothingLeftRunning();
});

test('a store whose PostgreSQL is killed says so in one sentence and ends with exit code 1', async () => {
  const store = await waiting.start({ DATA_DIR: dataDir });
  await said(store, 'waiting');
  process.kill(Number(readFileSync(pidFile(), 'utf8').split('\n')[0]), 'SIGKILL');
  const { code, output } = await store.ended;
  expect(output).toContain('The private PostgreSQL ended by itself (SIGKILL), so the store stops;');
  expect(output).not.toContain('    at ');
  expect(code).toBe(1);
  expect(existsSync(path.join(dataDir, 'store.lock'))).toBe(false);
});

test('a second store on the same data folder is refused, and the first one goes on', async () => {
  const first = await waiting.start({ DATA_DIR: dataDir });
  await said(first, 'waiting');
  const second = await (await failing.start({ DATA_DIR: dataDir })).ended;
  expect(second.output).toContain(`Another store (process ${first.child.pid}) is using the data folder ${dataDir}.`);
  expect(second.code).toBe(1);
  expect(existsSync(pidFile())).toBe(true);
  first.child.kill('SIGTERM');
  expect((await first.ended).code).toBe(0);
  expectNothingLeftRunning();
});

test('after a kill -9 the next start takes everything over, the same database and keyring', async () => {
  const killed = await waiting.start({ DATA_DIR: dataDir });
  await said(killed, 'waiting');
  const keyring = readFileSync(path.join(dataDir, 'keyring.json'), 'utf8');
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(existsSync(pidFile())).toBe(true);
  const next = await waiting.start({ DATA_DIR: dataDir });
  await said(next, 'waiting');
  next.child.kill('SIGINT');
  const { output } = await next.ended;
  expect(output).toMatch(/Migrations: 0 applied, [1-9]/);
  expect(readFileSync(path.join(dataDir, 'keyring.json'), 'utf8')).toBe(keyring);
  expectNothingLeftRunning();
});

test('a database that has seen real payments does not open with demo payments', async () => {
  const stripe = { STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_WEBHOOK_SECRET: 'whsec_abc', DEMO: '0' };
  const passing = await bundleStart('stops-modes', '');
  try {
    // It gets as far as the pages or, where they are built, as the address that is not this machine's.
    const first = await (await passing.start({ DATA_DIR: dataDir, ...stripe, HOST: '203.0.113.1' })).ended;
    expect(first.code).not.toBe(0);
    const second = await (await passing.start({ DATA_DIR: dataDir, DEMO: '0' })).ended;
    expect(second.output).toMatch(/real payments and does not open with demo payments/);
    expect(second.code).toBe(1);
    expectNothingLeftRunning();
  } finally {
    passing.remove();
  }
});

function pidFile(): string {
  return path.join(clusterPaths(dataDir).cluster, 'postmaster.pid');
}

function expectNothingLeftRunning(): void {
  expect(existsSync(pidFile())).toBe(false);
  expect(existsSync(path.join(dataDir, 'store.lock'))).toBe(false);
}

function said(store: StartProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    store.child.stdout.on('data', (chunk) => {
      if (String(chunk).includes(word)) resolve();
    });
    void store.ended.then(({ output }) => reject(new Error(`It ended without saying ${word}: ${output}`)));
  });
}
