#!/usr/bin/env node
// Runs a command of lib/cli that is written in TypeScript: `node lib/cli/run.mjs demo-clock +40d`. The command and what it
// imports of lib are bundled on the spot (a fraction of a second), so a command never runs older code than the store's.
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [name, ...args] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const source = path.join(here, `${name}.ts`);

if (!name || !/^[a-z-]+$/.test(name) || !existsSync(source)) {
  console.error('Usage: node lib/cli/run.mjs COMMAND …');
  process.exit(1);
}
if (!existsSync(path.join(root, 'node_modules/esbuild'))) {
  console.error('The store is not installed yet. Run npm start first.');
  process.exit(1);
}

const { build } = await import('esbuild');
const folder = placeForBundles();
const outfile = path.join(folder.path, `${name}-${process.pid}.mjs`);
try {
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  const { main } = await import(pathToFileURL(outfile).href);
  process.exitCode = await main(args, process.env);
} finally {
  rmSync(folder.isOurs ? folder.path : outfile, { recursive: true, force: true });
}

/** Inside the clone; where it belongs to another user, a private folder that stands for the clone. */
function placeForBundles() {
  const inClone = path.join(root, '.build/cli');
  try {
    mkdirSync(inClone, { recursive: true });
    accessSync(inClone, constants.W_OK | constants.X_OK);
    return { path: inClone, isOurs: false };
  } catch {
    const own = mkdtempSync(path.join(os.tmpdir(), 'latchkey-cli-'));
    // A bundle looks for packages and migrations in the folders above itself.
    for (const needed of ['node_modules', 'prisma']) symlinkSync(path.join(root, needed), path.join(own, needed));
    return { path: own, isOurs: true };
  }
}
