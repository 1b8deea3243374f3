#!/usr/bin/env node
// `npm test`: installs what is missing and runs every test that needs nothing but npm, against real PostgreSQL.
// `npm test -- tests/licensing` runs a part; further options go to Vitest.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateClient } from './generate-client.mjs';
import { installPackages } from './install-packages.mjs';
import { Refused } from './refused.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const say = (line) => console.log(line);

try {
  process.chdir(root);
  await installPackages(root, say);
  await generateClient(root, say);
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', 'tests/vitest.config.ts', ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  child.on('error', () => process.exit(1));
  child.on('close', (code) => process.exit(code ?? 1));
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exit(1);
}
