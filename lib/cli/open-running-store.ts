import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { db } from '../db/client';
import { type Env, readEnv, setEnv } from '../env';
import { StartRefused } from '../errors';
import { parseKeyring, setKeyring } from '../secrets/keyring';
import { readPrivateJson } from '../server/private-files';
import { clusterPaths, readMemory } from '../server/private-postgres/cluster-files';

const DATABASE = 'latchkey';

/** The variables a command was started with; lib/cli/run.mjs hands them over. */
export type Environment = Record<string, string | undefined>;

/** What `npm start` wrote about a demo store. */
export type DemoFile = { url: string; productId: number };

/**
 * Connects this command to the store that is running on the same data folder: its environment, its database (also the
 * private one, whose port and password lie in the data folder) and its keyring. One plain sentence when that fails.
 */
export async function openRunningStore(environment: Environment): Promise<Env> {
  const parsed = readEnv(environment);
  if (!parsed.ok) {
    throw new StartRefused(parsed.problems.map(({ variable, problem }) => `${variable} ${problem}.`).join('\n'));
  }
  const found = { ...parsed.env, databaseUrl: parsed.env.databaseUrl ?? privateDatabaseUrl(parsed.env.dataDir) };
  setEnv(found);
  loadKeyring(found);
  try {
    await db().$queryRaw`SELECT 1`;
  } catch {
    throw new StartRefused(
      'The store’s database does not answer. Is the store running (npm start), with the same DATA_DIR?',
    );
  }
  return found;
}

/** The facts of the demo store in this data folder; undefined in a store that was not seeded. */
export function readDemoFile(dataDir: string): DemoFile | undefined {
  const file = path.join(dataDir, 'demo.json');
  // Written by the store itself.
  return readPrivateJson(file, 'Start the store again with a copy of it.') as DemoFile | undefined;
}

function privateDatabaseUrl(dataDir: string): string {
  const paths = clusterPaths(dataDir);
  const { password, port } = existsSync(paths.memory) ? readMemory(paths) : { password: '', port: undefined };
  if (port === undefined) {
    throw new StartRefused(
      `There is no store in ${dataDir}. Start it with npm start, or set DATA_DIR or DATABASE_URL.`,
    );
  }
  return `postgresql://latchkey:${password}@127.0.0.1:${port}/${DATABASE}`;
}

function loadKeyring({ keyringText, keyringFile, dataDir }: Env): void {
  const file = keyringFile ?? path.join(dataDir, 'keyring.json');
  if (keyringText === undefined && !existsSync(file)) throw new StartRefused(`There is no keyring at ${file}.`);
  const parsed = parseKeyring(keyringText ?? readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new StartRefused(`The keyring ${parsed.problem}.`);
  setKeyring(parsed.keyring);
}
