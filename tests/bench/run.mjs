// `npm run bench`: bundles the bench and runs it.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const USAGE = `Usage: npm run bench -- [--small] [--json FILE]

Measures the store's client API beside two bare Node servers, on a PostgreSQL of its own, and prints each bar and whether it
holds. --small takes about two minutes and says little; the full run takes about ten.`;

try {
  parseArgs({ options: { small: { type: 'boolean' }, json: { type: 'string' } } });
} catch {
  console.error(USAGE);
  process.exit(1);
}

const outfile = path.resolve('.build/bench/main.mjs');
await build({
  entryPoints: ['tests/bench/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
await import(pathToFileURL(outfile).href);
