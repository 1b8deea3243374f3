import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/journeys/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/fresh-modules.ts'],
    pool: 'forks',
    // A worker runs one file after another; fresh-modules.ts keeps them apart (ADR 0105).
    isolate: false,
    // Each file waits for PostgreSQL and for processes it starts as often as it computes: three at once even on two cores.
    maxWorkers: Math.max(3, os.availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
