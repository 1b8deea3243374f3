import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Env } from '../env';
import { StartRefused } from '../errors';
import { lockDataFolder } from './data-folder-lock';
import type { Preference } from './private-postgres/find-binaries';
import { ensureDatabase, startPrivatePostgres } from './private-postgres/start-private-postgres';

export type OpenDatabase = { url: string; describe: string; stop: () => Promise<void> };

type Say = (line: string) => void;

/** The life of a private database: what ends its start, and who is told when it ends by itself. */
export type Life = { signal?: AbortSignal; onLost?: (how: string) => void };

const DATABASE = 'latchkey';
const PATIENCE_MS = 60_000;

/** The database of DATABASE_URL, waited for up to a minute, or the private one of the data folder. `say` is told of waiting. */
export async function openDatabase(
  env: Env,
  prefer: Preference,
  say: Say = console.log,
  life: Life = {},
): Promise<OpenDatabase> {
  if (env.databaseUrl !== undefined) {
    await waitFor(env.databaseUrl, PATIENCE_MS, say);
    return { url: env.databaseUrl, describe: 'the one of DATABASE_URL', stop: async () => {} };
  }
  const unlock = lockDataFolder(env.dataDir);
  try {
    const postgres = await startPrivatePostgres({ folder: env.dataDir, durable: true, prefer, ...life });
    await ensureDatabase(postgres.urlOf('postgres'), DATABASE);
    const kind = postgres.source === 'system' ? 'PostgreSQL of this machine' : 'PostgreSQL from npm';
    return {
      url: postgres.urlOf(DATABASE),
      describe: `a private one in ${env.dataDir} (${kind})`,
      stop: () => postgres.stop().finally(unlock),
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Waits until a database answers at `url`, and says so once. What no waiting mends (a wrong password, no such database) is
 * refused at once.
 */
export async function waitFor(url: string, patienceMs: number, say: Say): Promise<void> {
  const end = performance.now() + patienceMs;
  for (let isFirst = true; ; isFirst = false) {
    const fault = await faultOf(url);
    if (fault === undefined) return;
    if (/^(28|3D)/.test(fault.code) || performance.now() > end) {
      throw new StartRefused(`The database of DATABASE_URL at ${placeOf(url)} cannot be used: ${fault.message}.`);
    }
    if (isFirst) {
      const seconds = Math.ceil(patienceMs / 1_000);
      say(`Database: waiting up to ${seconds} seconds for the one of DATABASE_URL at ${placeOf(url)}`);
    }
    await wait(500);
  }
}

function placeOf(url: string): string {
  const { host, searchParams } = new URL(url);
  return host || (searchParams.get('host') ?? 'localhost');
}

async function faultOf(url: string): Promise<{ code: string; message: string } | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = error instanceof Error && error.message !== '' ? error.message : code;
    return { code, message };
  } finally {
    await client.end().catch(() => {});
  }
}
