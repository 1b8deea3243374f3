// Sends 2 GB to ten clients, then to twenty slow ones, and prints what that takes: node tests/bench/download-memory.mjs
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const outdir = path.resolve('.build/bench');
await build({
  entryPoints: ['tests/bench/download-memory.ts', 'tests/bench/upload-store.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
await import(pathToFileURL(path.join(outdir, 'download-memory.mjs')).href);
