#!/usr/bin/env node
// `npm run check`: format and lint → types → import rule → unused code → migrations agree → tests. All run, then it fails.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSteps, runSteps } from './check-steps.mjs';
import { generateClient } from './generate-client.mjs';
import { installPackages } from './install-packages.mjs';
import { Refused } from './refused.mjs';
import { runQuietly } from './run-quietly.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const say = (line) => console.log(line);

try {
  process.chdir(root);
  await installPackages(root, say);
  await generateClient(root, say);
  const run = (program, args) => runQuietly(program, args, { cwd: root, env: process.env });
  const failed = await runSteps(checkSteps(root), run, say);
  const tests = spawnSync(process.execPath, ['lib/cli/test.mjs'], { cwd: root, stdio: 'inherit' });
  if (tests.status !== 0) failed.push('tests');
  if (failed.length > 0) throw new Refused(`Failed: ${failed.join(', ')}.`);
  say('Everything holds.');
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exit(1);
}
