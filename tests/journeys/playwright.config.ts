import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { quickFolder } from '../support/quick-folder';

const WORKERS = 2;

type Stall = { port: string; dataDir: string };

// The configuration is read once more in each worker, which inherits these: a store for each worker, so that one journey's
// settings never meet another's.
if (!process.env.JOURNEY_STORES) {
  const fresh = Array.from({ length: WORKERS }, aStall);
  process.env.JOURNEY_STORES = JSON.stringify(fresh);
  // The stores have stopped by then, and what they leave may lie in memory.
  process.once('exit', () => {
    for (const { dataDir } of fresh) rmSync(dataDir, { recursive: true, force: true });
  });
}
// A stand-in for Dropbox, there while its journey runs.
process.env.JOURNEY_DROPBOX_PORT ??= freePort();

const stalls: Stall[] = JSON.parse(process.env.JOURNEY_STORES);
const own = stalls[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
if (!own) throw new Error('There is no store for this worker');
process.env.JOURNEY_PORT = own.port;
process.env.JOURNEY_DATA_DIR = own.dataDir;

const urlOf = ({ port }: Stall) => `http://localhost:${port}`;
// Debian's, the one without a window first; else what Playwright brought.
const chromium = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((file) => existsSync(file));
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../../test-results',
  // The journeys of a file follow each other in one store.
  workers: WORKERS,
  fullyParallel: false,
  forbidOnly: true,
  // Chromium, the store and PostgreSQL share two processors in CI; what passes only the second time is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: process.env.CI ? 240_000 : 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: urlOf(own),
    // What is not there by then does not come: a journey that waits for it until its end costs minutes.
    actionTimeout: 60_000,
    // Every colour that fades is drawn anew sixty times a second.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { args: quiet, ...(chromium ? { executablePath: chromium } : {}) },
    // A trace of every step costs a third of the processor: only the second try keeps one.
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desk', testIgnore: 'demo-commands.journey.ts', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      testMatch: 'buy-and-activate.journey.ts',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true },
    },
    // Last, because it moves the store's clock by more than a year.
    { name: 'commands', testMatch: 'demo-commands.journey.ts', dependencies: ['desk', 'phone'] },
  ],
  webServer: stalls.map((stall) => ({
    command: 'node lib/cli/start.mjs',
    cwd: path.resolve(__dirname, '../..'),
    url: `${urlOf(stall)}/api/health/ready`,
    env: {
      PORT: stall.port,
      DATA_DIR: stall.dataDir,
      DROPBOX_URL: `http://127.0.0.1:${process.env.JOURNEY_DROPBOX_PORT}`,
    },
    timeout: 300_000,
    stdout: 'pipe' as const,
    gracefulShutdown: { signal: 'SIGINT' as const, timeout: 15_000 },
  })),
});

function aStall(): Stall {
  return { port: freePort(), dataDir: quickFolder('latchkey-journey-') };
}

function freePort(): string {
  const script =
    "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })";
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout.trim();
}
