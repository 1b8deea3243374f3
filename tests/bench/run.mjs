// `npm run bench`: bundles the bench and runs it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const USAGE = `Usage: npm run bench -- [--lists] [--small] [--json FILE]

Measures the store's client API beside two bare Node servers, on a PostgreSQL of its own, and prints each bar and whether it
holds. --small takes about two minutes and says little; the full run takes about ten.
--lists measures the admin lists over a million activations instead: p95 of 20 requests at the first, a middle and the last
page for each filter, and whether a plan reads a whole table. About three minutes; with --small, 50,000 activations.`;

let wanted;
try {
  const options = { lists: { type: 'boolean' }, small: { type: 'boolean' }, json: { type: 'string' } };
  wanted = parseArgs({ options }).values;
} catch {
  console.error(USAGE);
  process.exit(1);
}

const entry = wanted.lists ? 'tests/bench/measure-lists.ts' : 'tests/bench/main.ts';
const outfile = path.resolve(wanted.lists ? '.build/bench/lists.mjs' : '.build/bench/main.mjs');
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
await import(pathToFileURL(outfile).href);
