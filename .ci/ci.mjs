// npm test → the S3 tests against Swift and a large upload, beside the rest of npm run check and a production build → the browser
// journeys → large downloads → the bench, small and not gating.
// Everything runs even when something before it failed; the last line says the true sums, and any failure is the exit code.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkSteps, runSteps } from '../lib/cli/check-steps.mjs';
import { generateClient } from '../lib/cli/generate-client.mjs';
import { installPackages } from '../lib/cli/install-packages.mjs';
import { runQuietly } from '../lib/cli/run-quietly.mjs';
import { prepareSwift } from './swift.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const reports = mkdtempSync(path.join(os.tmpdir(), 'latchkey-ci-'));
// Chromium without a window: the same pages for a seventh less of the processor.
const CHROMIUM = {
  file: '/usr/bin/chromium-headless-shell',
  packages: ['chromium-headless-shell', 'fonts-liberation'],
};
const PHP = { file: '/usr/bin/php', packages: ['php-cli'] };
const INSTALL_TRIES = 4;
const MINUTE = 60_000;
const sum = { passed: 0, failed: 0 };
const say = (line) => console.log(line);

process.chdir(root);
process.env.CI = 'true';
process.env.NEXT_TELEMETRY_DISABLED = '1';
try {
  await inPart('packages', async () => {
    await installPackages(root, say);
    await generateClient(root, say);
  });
  await inPart('php', () => installFromDebian(PHP));
  await inPart('tests', runTests);
  // The S3 tests wait for Swift most of the time, an upload for the disk; checks and build keep one processor busy.
  await Promise.all([storeLargeFiles(), checkAndBuild()]);
  await inPart('browser', runJourneys);
  // By itself, because it compares how long calls take.
  await inPart('download', () =>
    runCounted('2 GB to ten clients in flat memory', ['tests/bench/download-memory.mjs'], 8 * MINUTE),
  );
  await inPart('bench', runBench);
} finally {
  rmSync(reports, { recursive: true, force: true });
  say(`tests: ${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

async function storeLargeFiles() {
  await inPart('s3', runS3Suite);
  await inPart('upload', () => runCounted('2 GB upload in flat memory', ['tests/bench/upload-memory.mjs'], 8 * MINUTE));
}

async function checkAndBuild() {
  await inPart('check', runChecks);
  await inPart('build', () => runCounted('production build', ['lib/cli/build.mjs'], 6 * MINUTE));
}

/** A part that throws counts as one failure and does not keep the next part from running. */
async function inPart(name, work) {
  const started = performance.now();
  say(`\n== ${name}`);
  try {
    await work();
  } catch (error) {
    sum.failed += 1;
    say(`FAILED  ${name}: ${error instanceof Error ? error.message : error}`);
  }
  say(`== ${name}: ${Math.round((performance.now() - started) / 1000)} s`);
}

/** REQUIRE_PHP: without PHP its tests fail here, where `npm test` skips them with a reason. */
async function runTests() {
  const file = path.join(reports, 'vitest.json');
  const code = await show(
    ['lib/cli/test.mjs', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    25 * MINUTE,
    { REQUIRE_PHP: '1' },
  );
  const report = JSON.parse(readFileSync(file, 'utf8'));
  count(report.numPassedTests, report.numFailedTests, code);
}

/** Skipped only where Debian's Swift cannot be had, and then so that nobody overlooks it. */
async function runS3Suite() {
  const obstacle = await prepareSwift(say);
  if (obstacle) {
    say(`!! SKIPPED  the S3 tests: ${obstacle}. Nothing about S3 is proven by this run. !!`);
    return;
  }
  const file = path.join(reports, 's3.json');
  const code = await show(['.ci/s3-suite.mjs', file], 12 * MINUTE);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  count(report.numPassedTests, report.numFailedTests, code);
}

async function runChecks() {
  const steps = checkSteps(root);
  const run = (program, args) => runQuietly(program, args, { cwd: root, env: process.env });
  const failed = await runSteps(steps, run, say);
  count(steps.length - failed.length, failed.length, failed.length);
}

async function runJourneys() {
  await installFromDebian(CHROMIUM);
  const file = path.join(reports, 'playwright.json');
  const playwright = path.join(root, 'node_modules/@playwright/test/cli.js');
  const args = [playwright, 'test', '--config', 'tests/journeys/playwright.config.ts', '--reporter=list,json'];
  const code = await show(args, 45 * MINUTE, { PLAYWRIGHT_JSON_OUTPUT_NAME: file, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  count(stats.expected + stats.flaky, stats.unexpected, code);
}

/** Shows how fast this machine is; other work on it decides too much for it to be a test. */
async function runBench() {
  const code = await show(['tests/bench/run.mjs', '--small'], 4 * MINUTE);
  say(code === 0 ? 'The bench ran.' : `The bench ended with code ${code}; it is not counted.`);
}

async function runCounted(name, args, limitMs) {
  const code = await show(args, limitMs);
  say(`${code === 0 ? 'passed' : 'FAILED'}  ${name}`);
  count(code === 0 ? 1 : 0, code === 0 ? 0 : 1, code);
}

/** A program that ended badly although it reports no failed test still counts as one failure. */
function count(passed, failed, code) {
  sum.passed += passed;
  sum.failed += failed === 0 && code !== 0 ? 1 : failed;
}

/** Runs a node program in the open, ended by its own process number when it takes too long. Resolves to its exit code. */
function show(args, limitMs, variables = {}) {
  return new Promise((resolve) => {
    const env = { ...process.env, ...variables };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    const ask = setTimeout(() => {
      say(`Took longer than ${limitMs / MINUTE} minutes: stopping it.`);
      child.kill('SIGTERM');
    }, limitMs);
    const force = setTimeout(() => child.kill('SIGKILL'), limitMs + 20_000);
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      clearTimeout(ask);
      clearTimeout(force);
      resolve(code ?? 1);
    });
  });
}

async function installFromDebian({ file, packages }) {
  if (existsSync(file)) return;
  const [name] = packages;
  if (process.getuid?.() !== 0) throw new Error(`${name} is missing and only root can install it.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (let attempt = 1; attempt <= INSTALL_TRIES; attempt++) {
    say(`Installing ${name} (${attempt} of ${INSTALL_TRIES}) …`);
    await runQuietly('apt-get', ['update'], { cwd: '/', env });
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    const { ok, output } = await runQuietly('apt-get', install, { cwd: '/', env });
    if (ok && existsSync(file)) return;
    say(output.trim().split('\n').slice(-3).join('\n'));
    await wait(10_000 * attempt);
  }
  throw new Error(`${name} could not be installed.`);
}
