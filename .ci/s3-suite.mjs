// node .ci/s3-suite.mjs [report.json]: starts Swift, runs the tests that need an S3 server (tests/storage/*.s3.ts), stops it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CREDENTIALS, prepareSwift, startSwift } from './swift.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [report, ...files] = process.argv.slice(2);

const obstacle = await prepareSwift(console.log);
if (obstacle) {
  console.log(`SKIPPED  the S3 tests: ${obstacle}.`);
} else {
  await run();
}

async function run() {
  const swift = await startSwift();
  console.log(`Swift answers at ${swift.endpoint}`);
  try {
    process.exitCode = await runTests(swift.endpoint);
  } finally {
    await swift.stop();
  }
}

function runTests(endpoint) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const json = report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const args = [vitest, 'run', '--config', 'tests/storage/s3.config.ts', ...json, ...files];
  const env = {
    ...process.env,
    S3_TEST_ENDPOINT: endpoint,
    S3_TEST_REGION: CREDENTIALS.region,
    S3_TEST_KEY: CREDENTIALS.accessKeyId,
    S3_TEST_SECRET: CREDENTIALS.secretAccessKey,
  };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => child.kill(signal));
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
