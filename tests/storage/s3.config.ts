import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '../..');

/** The tests that need a running S3 server; .ci/s3-suite.mjs starts one and names it in the environment. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: { include: ['tests/storage/**/*.s3.ts'], pool: 'forks', testTimeout: 60_000, hookTimeout: 60_000 },
});
