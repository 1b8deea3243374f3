import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

// The configuration is read once more in each worker, which inherits these: one store for the whole run.
process.env.JOURNEY_PORT ??= freePort();
// A stand-in for Dropbox, there while its journey runs.
process.env.JOURNEY_DROPBOX_PORT ??= freePort();
process.env.JOURNEY_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'latchkey-journey-'));

const url = `http://localhost:${process.env.JOURNEY_PORT}`;
const debianChromium = '/usr/bin/chromium';
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
  // Journeys share one store on a small machine: one after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // Chromium, the store and PostgreSQL share two processors in CI; what passes only the second time is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: url,
    launchOptions: { args: quiet, ...(existsSync(debianChromium) ? { executablePath: debianChromium } : {}) },
    trace: 'retain-on-failure',
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
  webServer: {
    command: 'node lib/cli/start.mjs',
    cwd: path.resolve(__dirname, '../..'),
    url: `${url}/api/health/ready`,
    env: {
      PORT: process.env.JOURNEY_PORT,
      DATA_DIR: process.env.JOURNEY_DATA_DIR,
      DROPBOX_URL: `http://127.0.0.1:${process.env.JOURNEY_DROPBOX_PORT}`,
    },
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGINT', timeout: 15_000 },
  },
});

function freePort(): string {
  const script =
    "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })";
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout.trim();
}
