import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readEnv } from '../env';
import { StartRefused } from '../errors';
import { lockDataFolder } from '../server/data-folder-lock';
import type { Environment } from './open-running-store';
import { runCommand } from './run-command';

// What a demo store keeps in its data folder. Only these go; anything else in the folder is not ours.
const PARTS = [
  'demo.json',
  'demo-payments.json',
  'artifacts',
  'uploads',
  'orphans',
  'postgres',
  'postgres.json',
  'postgres.log',
  'keyring.json',
];

/** `npm run demo:reset -- --yes`: forgets the demo store of the data folder; the next `npm start` makes a new one. */
export function main(args: string[], environment: Environment): Promise<number> {
  return runCommand(async () => {
    const parsed = readEnv(environment);
    if (!parsed.ok)
      throw new StartRefused(parsed.problems.map((each) => `${each.variable} ${each.problem}.`).join('\n'));
    const { dataDir, databaseUrl, isProduction, payments } = parsed.env;
    if (isProduction || payments.mode !== 'demo') throw new StartRefused('Only a demo store is ever reset.');
    if (databaseUrl) throw new StartRefused('The database of DATABASE_URL is not touched. Empty it by its own means.');
    if (args.join(' ') !== '--yes') {
      console.error(`This deletes the demo store in ${dataDir}, with all its orders and keys. To do it:`);
      console.error('npm run demo:reset -- --yes');
      return 1;
    }
    resetDemoStore(dataDir);
    console.log('The demo store is gone. npm start makes a new one.');
    return 0;
  });
}

/** Deletes a demo store that is not running. Refuses a folder without one. */
export function resetDemoStore(dataDir: string): void {
  if (!existsSync(path.join(dataDir, 'demo.json'))) throw new StartRefused(`There is no demo store in ${dataDir}.`);
  const unlock = lockDataFolder(dataDir);
  try {
    for (const part of PARTS) rmSync(path.join(dataDir, part), { recursive: true, force: true });
  } finally {
    unlock();
  }
}
