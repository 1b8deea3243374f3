import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { build } from 'esbuild';
import type { orderInRunningStore } from '../../../lib/cli/demo-order';
import type { closeDb } from '../../../lib/db/client';
import { runCommand } from './run-command';

export type Order = {
  orderNumber: number;
  customerEmail: string;
  masterApiKey: string;
  items: { productId: number; productOrderApiKey: string; activationLimit: number | null }[];
};

type Bundle = { orderInRunningStore: typeof orderInRunningStore; closeDb: typeof closeDb };

const root = path.resolve(__dirname, '../../..');
let bundle: Promise<Bundle> | undefined;

/** A paid order in the store under test, as `demo:order` makes it: of one, of a new buyer, unless told otherwise. */
export async function order({ buyer, quantity = 1 }: { buyer?: string; quantity?: number } = {}): Promise<Order> {
  bundle ??= bundleOnce();
  const { orderInRunningStore, closeDb } = await bundle;
  const environment = { ...process.env, DATA_DIR: process.env.JOURNEY_DATA_DIR };
  try {
    return await orderInRunningStore({ product: undefined, quantity, buyer }, environment);
  } finally {
    await closeDb();
  }
}

/** The same by the command itself, in a process of its own: two seconds of a processor more. */
export async function orderByCommand(...args: string[]): Promise<Order> {
  const { code, output } = await runCommand('demo-order', ['--json', ...args]);
  expect(code, output).toBe(0);
  return JSON.parse(output); // the command's own promise
}

// Playwright's own loader does not know the project's paths; lib/cli/run.mjs bundles a command the same way.
async function bundleOnce(): Promise<Bundle> {
  const folder = path.join(root, '.build/journeys');
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `order-${process.pid}.mjs`);
  const contents = `export { orderInRunningStore } from './lib/cli/demo-order';
    export { closeDb } from './lib/db/client';`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href); // what `contents` exports
  } finally {
    rmSync(outfile);
  }
}
