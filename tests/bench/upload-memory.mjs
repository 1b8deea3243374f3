// Uploads 2 GB to a store of its own and prints how much memory that took: node tests/bench/upload-memory.mjs
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const outdir = path.resolve('.build/bench');
await build({
  entryPoints: ['tests/bench/upload-memory.ts', 'tests/bench/upload-store.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
await import(pathToFileURL(path.join(outdir, 'upload-memory.mjs')).href);
